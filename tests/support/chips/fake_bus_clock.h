// A clock that only moves when somebody waits or a transfer takes its time.

#pragma once

#include "drivers/bus/bus_clock.h"

namespace chairhub {

class FakeBusClock final : public BusClock {
 public:
  Nanos now() override { return now_; }
  void wait(Nanos length) override { now_ += length; }

 private:
  Nanos now_{1'000'000'000};
};

}  // namespace chairhub
