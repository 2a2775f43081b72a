// Answers why nobody was told at some time: what was due then, what held it
// back and with which numbers, in plain words.

#pragma once

#include <string>
#include <vector>

#include "hub/core/result.h"
#include "hub/storage/log_reader.h"

namespace chairhub {

struct WhyData {
  std::string chair;
  WallRange range;                // what is asked about
  WallTime day_begin{};           // local midnight before it
  std::vector<LoggedSpan> spans;  // that overlap it, as do the holds
  std::vector<LoggedHold> holds;
  std::vector<LoggedAlert> alerts;  // of the range, and of the day before it
};

Result<WhyData> read_why(LogReader& log, const std::string& chair, WallRange range);

std::string why(const WhyData& data);

}  // namespace chairhub
