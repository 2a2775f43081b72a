// Work that takes too long for the loop: done on a thread of its own, one job
// after the other, and finished on the loop's.
//
// Thread rule: run() and finish() on the loop's thread; `work` runs on the other.

#pragma once

#include <functional>

#include "hub/mqtt/worker.h"
#include "hub/platform/mailbox.h"

namespace chairhub {

class BackgroundWork {
 public:
  void run(std::function<void()> work, std::function<void()> done);

  // Readable when something is done; finish() then says so to whoever asked for it.
  int fd() const { return done_.fd(); }
  void finish();

 private:
  // More than anybody asks for at a time.
  Mailbox<std::function<void()>> done_{64};
  Worker worker_;  // ends before what it hands over to
};

}  // namespace chairhub
