// A day of the log for a terminal: an hour a line, a minute a column, and
// below it the sittings, the alerts with their reason, and the totals.

#pragma once

#include <string>

#include "hub/core/log_data.h"

namespace chairhub {

// `colours`: whether the terminal can show them; letters say the same.
std::string timeline(const LogData& data, bool colours);

}  // namespace chairhub
