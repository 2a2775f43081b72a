// Days as people write them, and the stretch of wall time they mean here.

#pragma once

#include <string>

#include "hub/core/log_rows.h"

namespace chairhub {

// From midnight to midnight, local time, of "YYYY-MM-DD". Ends the command
// with a sentence that begins with `option` when it is not a day.
WallRange day_range(const std::string& option, const std::string& day);

// The minute "14:05", or what lies between two of them, "14:05..15:00", by the
// clock on the wall; of `day`, or of the day before the time: "2026-03-02T14:05".
WallRange minute_range(const std::string& option, const std::string& times, WallRange day);

}  // namespace chairhub
