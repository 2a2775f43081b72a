// Moves the wall times of provisional rows when the clock is set. Private to
// hub/storage.

#pragma once

#include <cstdint>
#include <string>

#include "hub/core/time.h"
#include "hub/storage/sqlite_fwd.h"

namespace chairhub {

// Moves every provisional row of this kernel boot by `delta`: the wall clock
// ran through all of its starts, and was wrong by the same.
void correct_kernel_boot(const SQLite::Database& database, const std::string& kernel_boot, Millis delta,
                         WallTime set_at);

// The clock was set while the hub was not running: the distance between the
// steady and the wall clock, now and at each earlier start, tells by how much.
void correct_earlier_starts(const SQLite::Database& database, const std::string& kernel_boot, Moment now);

}  // namespace chairhub
