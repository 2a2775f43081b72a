// The only place that asks what time it is.

#pragma once

#include <string>

#include "hub/core/time.h"

namespace chairhub {

// Both clocks at once.
Moment moment_now();

// Whether the wall clock has been set since boot, by NTP or by hand. A Pi has
// no battery-backed clock: until then its wall time is the time of its last
// shutdown, or worse.
bool wall_clock_is_set();

// Whether somebody, as a rule NTP, keeps the kernel's clock right.
bool kernel_clock_is_synchronised();

// The kernel's id of this boot.
std::string boot_id();

}  // namespace chairhub
