#include "hub/core/threshold_groups.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "hub/core/thresholds.h"

namespace chairhub {
namespace {

constexpr std::array<std::string_view, 13> groups = {
    "sensing",     "occupancy", "support", "bent_forward", "slumped", "leaning",   "pads",
    "calibration", "movement",  "limits",  "alert_policy", "drift",   "wheelchair"};

struct Beginning {
  std::string_view key;  // the first of the group in the table
  std::string_view group;
};
constexpr std::array beginnings = {
    Beginning{"smoothing_s", "sensing"},
    Beginning{"occupied_on", "occupancy"},
    Beginning{"supported_on", "support"},
    Beginning{"bent_rear", "bent_forward"},
    Beginning{"slumped_rear", "slumped"},
    Beginning{"lean_on", "leaning"},
    Beginning{"pad_missing_s", "pads"},
    Beginning{"calibration_unsteady_pad", "calibration"},
    Beginning{"shift_threshold", "movement"},
    Beginning{"unsupported_warn_min", "limits"},
    Beginning{"same_cause_cooldown_min", "alert_policy"},
    Beginning{"shifts_goal_per_h", "movement"},
    Beginning{"zero_hold_off_s", "drift"},
    Beginning{"weight_shift", "wheelchair"},
};

}  // namespace

std::span<const std::string_view> threshold_groups() {
  return groups;
}

std::string_view threshold_group_of(std::string_view key) {
  std::string_view group = groups.front();
  for (const ThresholdInfo& info : threshold_table()) {
    const auto begins =
        std::find_if(beginnings.begin(), beginnings.end(), [&](const Beginning& one) { return one.key == info.key; });
    if (begins != beginnings.end()) group = begins->group;
    if (info.key == key) return group;
  }
  throw std::logic_error("a threshold that is not in the table");
}

}  // namespace chairhub
