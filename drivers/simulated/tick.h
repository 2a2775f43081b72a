// The simulation's own step. It is the interval of the fastest scan, and the
// same at every scan rate, so that the rate changes nothing in what happens.

#pragma once

#include "hub/core/time.h"

namespace chairhub::simulated {

inline constexpr Millis tick{20};
inline constexpr double tick_s = 0.02;

}  // namespace chairhub::simulated
