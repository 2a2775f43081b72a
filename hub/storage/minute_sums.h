// Minutes added up to longer steps. Private to hub/storage.

#pragma once

#include <vector>

#include "hub/core/log_rows.h"

namespace chairhub {

// A step takes the minutes that begin in it; steps begin at multiples of `step` since 1970 and stand in the order of
// `minutes`, which are sorted. `start` is the step's.
std::vector<Minute> summed(const std::vector<Minute>& minutes, Seconds step);

}  // namespace chairhub
