#include "hub/web/event_stream.h"

#include <algorithm>

namespace chairhub {
namespace {

// A line must end where its field ends: nothing in a value may begin another field.
void add_field(std::string& text, std::string_view name, std::string_view value) {
  text.append(name).append(": ");
  std::copy_if(value.begin(), value.end(), std::back_inserter(text),
               [](char c) { return c != '\n' && c != '\r' && c != '\0'; });
  text += '\n';
}

}  // namespace

std::string event_text(std::string_view event, std::string_view data, std::string_view id) {
  std::string text;
  if (!id.empty()) add_field(text, "id", id);
  if (!event.empty()) add_field(text, "event", event);
  for (std::size_t begin = 0; begin <= data.size();) {
    const std::size_t end = std::min(data.find('\n', begin), data.size());
    add_field(text, "data", data.substr(begin, end - begin));
    begin = end + 1;
  }
  return text += '\n';
}

EventStream::EventStream() : gathered_("retry: 2000\n\n") {}

bool EventStream::send(std::string_view event, std::string_view data, std::string_view id) {
  return open_ && send_text(event_text(event, data, id));
}

bool EventStream::send_text(std::string_view text) {
  if (!open_) return false;
  if (gathered_.size() + text.size() > max_event_bytes_behind) {
    too_slow_ = true;
    drop();
    return false;
  }
  gathered_.append(text);
  tell();
  return open_;
}

void EventStream::close() {
  if (!std::exchange(open_, false)) return;
  tell();
}

void EventStream::drop() {
  gathered_.clear();
  gathered_.shrink_to_fit();
  close();
}

std::string EventStream::take(std::size_t at_most) {
  const std::size_t size = std::min(at_most, gathered_.size());
  std::string taken = gathered_.substr(0, size);
  gathered_.erase(0, size);
  return taken;
}

void EventStream::tell() const {
  if (changed_) changed_();
}

void EventStreams::send(std::string_view event, std::string_view data, std::string_view id) {
  const std::string text = event_text(event, data, id);
  std::erase_if(streams_, [&text](const auto& stream) { return !stream->send_text(text); });
}

void EventStreams::close() {
  for (const auto& stream : streams_) stream->close();
  streams_.clear();
}

std::size_t EventStreams::size() const {
  return static_cast<std::size_t>(
      std::count_if(streams_.begin(), streams_.end(), [](const auto& stream) { return stream->is_open(); }));
}

}  // namespace chairhub
