// Whether the machine knows what time it is, and where.

#pragma once

#include "hub/core/time.h"
#include "hub/doctor/finding.h"
#include "hub/doctor/machine.h"

namespace chairhub {

Findings check_clock(const Machine& machine, WallTime now);
Findings check_time_zone(const Machine& machine);

}  // namespace chairhub
