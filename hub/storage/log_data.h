// Reads everything of one chair in a range at once.

#pragma once

#include <string>

#include "hub/core/log_data.h"
#include "hub/core/result.h"
#include "hub/storage/log_reader.h"

namespace chairhub {

Result<LogData> read_log(LogReader& log, const std::string& chair, WallRange range);

}  // namespace chairhub
