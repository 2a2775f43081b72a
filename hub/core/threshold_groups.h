// Which thresholds belong together, for whoever shows the whole table. Says
// nothing about what they mean (thresholds.h).

#pragma once

#include <span>
#include <string_view>

namespace chairhub {

// In the order in which they are to be shown: "sensing", "occupancy", ...
std::span<const std::string_view> threshold_groups();

// The group of a threshold; a key that is not in the table is a broken promise.
std::string_view threshold_group_of(std::string_view key);

}  // namespace chairhub
