// What `chairhub log` shows or exports: everything of one chair in a range of
// wall time, read at once.

#pragma once

#include <string>
#include <vector>

#include "hub/core/result.h"
#include "hub/storage/log_reader.h"

namespace chairhub {

struct LogData {
  std::string chair;
  WallRange range;
  std::vector<LoggedSitting> sittings;
  std::vector<LoggedSpan> spans;
  std::vector<LoggedAlert> alerts;
  std::vector<LoggedHold> holds;
  std::vector<LoggedEvent> events;
  std::vector<LoggedAnswer> answers;
  std::vector<Minute> minutes;
  Totals totals;
};

Result<LogData> read_log(LogReader& log, const std::string& chair, WallRange range);

}  // namespace chairhub
