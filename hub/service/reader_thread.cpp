#include "hub/service/reader_thread.h"

#include <poll.h>

namespace chairhub {

ReaderThread::ReaderThread(LogFiles files)
    : files_(std::move(files)), thread_([this](const std::stop_token& stop) { work(stop); }) {}

ReaderThread::~ReaderThread() {
  thread_.request_stop();
  questions_.close();
}

bool ReaderThread::ask(Question question) {
  if (waiting_ >= capacity) return false;
  ++waiting_;
  questions_.put(std::move(question));
  return true;
}

void ReaderThread::give_answers() {
  for (const Answer& answer : answers_.take()) {
    --waiting_;
    answer();
  }
}

// Again after a failure: the file may be there by then.
Result<ReaderThread::Desk*> ReaderThread::open() {
  if (desk_) return &*desk_;
  auto log = LogReader::open(files_);
  if (!log) return tl::unexpected(log.error());
  desk_.emplace(Desk{std::move(*log), {}});
  return &*desk_;
}

void ReaderThread::work(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    pollfd waiting{questions_.fd(), POLLIN, 0};
    ::poll(&waiting, 1, -1);
    for (const Question& question : questions_.take()) {
      if (stop.stop_requested()) return;
      if (sums_are_old_.exchange(false) && desk_) desk_->roll_ups.forget();
      answers_.put(question(open()));
    }
  }
}

}  // namespace chairhub
