#include "hub/service/recorder.h"

#include <poll.h>

#include <algorithm>

#include "hub/platform/local_zone.h"

namespace chairhub {
namespace {

// "desk-2026-03-02-083015.csv"
std::string name_of(const Chair& chair, WallTime now) {
  std::string when = local_date_time(now);
  std::erase(when, ':');
  std::replace(when.begin(), when.end(), ' ', '-');
  return chair.id + "-" + when + ".csv";
}

}  // namespace

Result<std::unique_ptr<Recorder>> Recorder::begin(const std::filesystem::path& folder, const Chair& chair, WallTime now,
                                                  Seconds length) {
  const auto file = folder / name_of(chair, now);
  auto writer = RecordingWriter::create(file, chair);
  if (!writer) return tl::unexpected(writer.error());
  return std::unique_ptr<Recorder>(new Recorder(file, std::move(*writer), now, length));
}

Recorder::Recorder(std::filesystem::path file, RecordingWriter writer, WallTime now, Seconds length)
    : file_(std::move(file)),
      started_(now),
      length_(length),
      thread_(
          [this, writer = std::move(writer)](const std::stop_token& stop) mutable { work(stop, std::move(writer)); }) {}

Recorder::~Recorder() {
  end();
}

void Recorder::take(const Frame& frame) {
  if (ended_) return;
  first_ = first_.value_or(frame.at.steady);
  if (frame.at.steady - *first_ >= length_) return end();
  frames_.put(frame);
}

void Recorder::end() {
  if (std::exchange(ended_, true)) return;
  thread_.request_stop();
  frames_.close();
}

RecordingView Recorder::view() const {
  const std::lock_guard lock(mutex_);
  std::string trouble = trouble_;
  if (trouble.empty() && frames_.dropped() > 0)
    trouble = std::to_string(frames_.dropped()) + " frames were left out: the disk was too slow";
  return {!written_, started_, length_, rows_, file_.filename().string(), std::move(trouble)};
}

void Recorder::note(const Result<void>& done) {
  if (done) return;
  const std::lock_guard lock(mutex_);
  trouble_ = done.error().message;
}

bool Recorder::write_waiting(RecordingWriter& writer) {
  for (const Frame& frame : frames_.take()) {
    if (const auto done = writer.write(frame); !done) {
      note(done);
      return false;
    }
    ++rows_;
  }
  return true;
}

void Recorder::work(const std::stop_token& stop, RecordingWriter writer) {
  bool well = true;
  while (well && !stop.stop_requested()) {
    pollfd waiting{frames_.fd(), POLLIN, 0};
    ::poll(&waiting, 1, -1);
    well = write_waiting(writer);
  }
  if (well && write_waiting(writer)) note(writer.finish());
  written_ = true;
}

}  // namespace chairhub
