// The time of drivers, which wait for conversions of a millisecond and time
// pulses of a microsecond. A port, so that a test's chips and their drivers
// share a clock that only moves when somebody waits.

#pragma once

#include <chrono>

namespace chairhub {

using Nanos = std::chrono::nanoseconds;

class BusClock {
 public:
  virtual ~BusClock() = default;
  virtual Nanos now() = 0;  // monotonic
  virtual void wait(Nanos length) = 0;
};

// CLOCK_MONOTONIC. Waits by an absolute deadline.
BusClock& monotonic_bus_clock();

}  // namespace chairhub
