// Reads the log on a thread and a connection of its own, because an SD card can
// stall: the loop never waits for it, and the storage thread goes on writing.
// So many questions may wait; who asks beyond that is told to come back.
//
// Thread rule: made and used on the loop's thread. What is asked runs on the
// reader's, its answer on the loop's again.

#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <thread>

#include "hub/core/result.h"
#include "hub/platform/mailbox.h"
#include "hub/storage/log_files.h"
#include "hub/storage/log_reader.h"
#include "hub/storage/roll_ups.h"

namespace chairhub {

class ReaderThread {
 public:
  // Engineering default: a page asks for a handful at a time.
  static constexpr std::size_t capacity = 64;

  struct Desk {
    LogReader log;
    RollUps roll_ups;
  };
  using Answer = std::function<void()>;  // called on the loop's thread
  // Is given the log, or why it cannot be opened.
  using Question = std::function<Answer(Result<Desk*>)>;

  explicit ReaderThread(LogFiles files);
  ~ReaderThread();

  // False when too many wait.
  bool ask(Question question);
  // Rows were written late: what they add up to is read anew.
  void forget_sums() { sums_are_old_ = true; }
  // Readable when answers are there.
  int fd() const { return answers_.fd(); }
  void give_answers();

 private:
  void work(const std::stop_token& stop);
  Result<Desk*> open();

  LogFiles files_;
  std::size_t waiting_ = 0;  // loop only
  Mailbox<Question> questions_{capacity};
  Mailbox<Answer> answers_{capacity};
  std::optional<Desk> desk_;  // reader only
  std::atomic<bool> sums_are_old_ = false;
  std::jthread thread_;
};

}  // namespace chairhub
