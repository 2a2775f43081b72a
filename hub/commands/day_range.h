// Days as people write them, and the stretch of wall time they mean here.

#pragma once

#include <string>

#include "hub/storage/log_rows.h"

namespace chairhub {

// From midnight to midnight, local time, of "YYYY-MM-DD". Ends the command
// with a sentence that begins with `option` when it is not a day.
WallRange day_range(const std::string& option, const std::string& day);

}  // namespace chairhub
