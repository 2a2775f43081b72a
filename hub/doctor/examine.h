// The whole examination, in the order in which a person would look: the
// machine, the broker, then each chair.

#pragma once

#include "hub/config/config.h"
#include "hub/core/time.h"
#include "hub/doctor/finding.h"
#include "hub/doctor/machine.h"

namespace chairhub {

// `scan_for`: how long each chair is scanned.
Findings examine(const Machine& machine, const Config& config, WallTime now, Millis scan_for);

}  // namespace chairhub
