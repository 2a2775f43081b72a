// A clock that only moves when somebody waits or a transfer takes its time.
// Any thread may ask and wait.

#pragma once

#include <atomic>

#include "drivers/bus/bus_clock.h"

namespace chairhub {

class FakeBusClock final : public BusClock {
 public:
  Nanos now() override { return Nanos(now_); }
  void wait(Nanos length) override { now_ += length.count(); }

 private:
  std::atomic<Nanos::rep> now_{1'000'000'000};
};

}  // namespace chairhub
