// The examination while the hub runs, asked for by the hub itself: its kits are
// left alone. What it finds is told in the words of the API.

#pragma once

#include <vector>

#include "hub/config/config.h"
#include "hub/core/time.h"
#include "hub/web/action_json.h"

namespace chairhub {

// On any thread; takes a while, because it visits the broker.
std::vector<DoctorFinding> examine_beside_hub(const Config& config, WallTime now);

}  // namespace chairhub
