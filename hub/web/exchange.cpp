#include "hub/web/exchange.h"

#include <sys/socket.h>

#include <cstring>
#include <utility>

#include "hub/web/event_stream.h"
#include "hub/web/server.h"

namespace chairhub {
namespace {

constexpr std::size_t piece_bytes = 16384;

ssize_t put(std::string_view text, char* to) {
  std::memcpy(to, text.data(), text.size());
  return static_cast<ssize_t>(text.size());
}

// What libmicrohttpd reads an event stream from.
struct EventReader {
  std::shared_ptr<Exchange> exchange;
  std::shared_ptr<EventStream> events;

  static ssize_t read(void* self, std::uint64_t /*position*/, char* to, std::size_t size) {
    const auto& reader = *static_cast<EventReader*>(self);
    if (reader.exchange->line().is_cut) return MHD_CONTENT_READER_END_WITH_ERROR;
    if (const std::string text = reader.events->take(size); !text.empty()) return put(text, to);
    if (!reader.events->is_open()) return MHD_CONTENT_READER_END_OF_STREAM;
    reader.exchange->pause();
    return 0;
  }
  static void end(void* self) {
    static_cast<EventReader*>(self)->events->attach(nullptr);
    static_cast<EventReader*>(self)->events->drop();
    delete static_cast<EventReader*>(self);
  }
};

// What it reads an answer in pieces from.
struct PieceReader {
  // Lives on in whoever is asked for a piece and the client has gone.
  struct State {
    std::string piece;
    std::size_t taken = 0;
    bool asked = false;
    bool ended = false;
    bool broken = false;
  };
  std::shared_ptr<Exchange> exchange;
  Pieces pieces;
  SteadyTime* now;
  std::shared_ptr<State> state = std::make_shared<State>();

  void ask() const {
    state->asked = true;
    pieces([weak = std::weak_ptr(exchange), into = std::weak_ptr(state)](std::optional<std::string> piece) {
      const auto to = into.lock();
      if (!to || !std::exchange(to->asked, false)) return;
      to->broken = !piece;
      to->ended = piece && piece->empty();
      to->piece = std::move(piece).value_or("");
      to->taken = 0;
      if (const auto still = weak.lock()) still->go_on();
    });
  }

  static ssize_t read(void* self, std::uint64_t /*position*/, char* to, std::size_t size) {
    const auto& reader = *static_cast<PieceReader*>(self);
    State& state = *reader.state;
    if (reader.exchange->line().is_cut) return MHD_CONTENT_READER_END_WITH_ERROR;
    reader.exchange->line().until = *reader.now + max_http_answer;
    if (state.taken == state.piece.size() && !state.asked && !state.ended && !state.broken) reader.ask();
    if (state.broken) return MHD_CONTENT_READER_END_WITH_ERROR;
    if (state.ended) return MHD_CONTENT_READER_END_OF_STREAM;
    if (state.asked) {
      reader.exchange->pause();
      return 0;
    }
    const std::string_view piece = std::string_view(state.piece).substr(state.taken, size);
    state.taken += piece.size();
    return put(piece, to);
  }
  static void end(void* self) { delete static_cast<PieceReader*>(self); }
};

MHD_Response* event_message(const std::shared_ptr<Exchange>& exchange, std::shared_ptr<EventStream> events,
                            SteadyTime now) {
  Line& line = exchange->line();
  line.events = events;
  line.until.reset();
  line.last_event = now;
  events->attach([weak = std::weak_ptr(exchange), stream = events.get()] {
    const auto still = weak.lock();
    if (!still) return;
    if (stream->is_too_slow() && !still->has_ended())
      still->line().cut();
    else
      still->go_on();
  });
  return MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, piece_bytes, &EventReader::read,
                                           new EventReader{exchange, std::move(events)}, &EventReader::end);
}

MHD_Response* message_of(const std::shared_ptr<Exchange>& exchange, HttpResponse& response, SteadyTime& now) {
  if (response.events) return event_message(exchange, std::move(response.events), now);
  exchange->line().until = now + max_http_answer;
  if (response.pieces)
    return MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, piece_bytes, &PieceReader::read,
                                             new PieceReader{exchange, std::move(response.pieces), &now},
                                             &PieceReader::end);
  return MHD_create_response_from_buffer(response.body.size(), response.body.data(), MHD_RESPMEM_MUST_COPY);
}

}  // namespace

void Line::cut() {
  is_cut = true;
  ::shutdown(socket, SHUT_RDWR);
  if (const auto at = exchange.lock()) at->go_on();
}

void Exchange::answer(HttpResponse response) {
  if (response_ || has_ended()) {
    if (response.events) response.events->drop();
    return;
  }
  response_ = std::move(response);
  go_on();
}

void Exchange::end() {
  connection_ = nullptr;
  // Nobody came to take it: who publishes is to know.
  if (response_ && response_->events) response_->events->drop();
}

void Exchange::pause() {
  if (std::exchange(paused_, true)) return;
  MHD_suspend_connection(connection_);
}

void Exchange::go_on() {
  if (!std::exchange(paused_, false) || has_ended()) return;
  MHD_resume_connection(connection_);
}

MHD_Result send_answer(MHD_Connection* connection, const std::shared_ptr<Exchange>& exchange, SteadyTime& now) {
  HttpResponse& response = *exchange->response();
  MHD_Response* message = message_of(exchange, response, now);
  for (const auto& [name, value] : response.headers) MHD_add_response_header(message, name.c_str(), value.c_str());
  if (!response.content_type.empty()) MHD_add_response_header(message, "Content-Type", response.content_type.c_str());
  const MHD_Result queued = MHD_queue_response(connection, static_cast<unsigned>(response.status), message);
  MHD_destroy_response(message);
  return queued;
}

}  // namespace chairhub
