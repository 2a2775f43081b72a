// The whole examination, in the order in which a person would look: the
// machine, the broker, then each chair.

#pragma once

#include <optional>

#include "hub/config/config.h"
#include "hub/core/time.h"
#include "hub/doctor/finding.h"
#include "hub/doctor/machine.h"

namespace chairhub {

// `scan_for`: how long each chair is scanned. `own_hub`: this process is the hub that has the kits, so that none is.
Findings examine(const Machine& machine, const Config& config, WallTime now, Millis scan_for,
                 std::optional<int> own_hub = std::nullopt);

}  // namespace chairhub
