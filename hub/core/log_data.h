// Everything that the log has of one chair in a range of wall time, as it is
// shown in whole or exported.

#pragma once

#include <string>
#include <vector>

#include "hub/core/log_rows.h"

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

}  // namespace chairhub
