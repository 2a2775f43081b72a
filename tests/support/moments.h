// Moments for tests: a working day that begins at 2026-03-02 08:00:00 UTC.

#pragma once

#include "hub/core/time.h"

namespace chairhub {

inline Moment morning() {
  using namespace std::chrono;
  return {SteadyTime(hours(1)), WallTime(sys_days(year(2026) / 3 / 2) + hours(8))};
}

}  // namespace chairhub
