// The log for other programs: CSV, one table at a time, or everything as JSON.
// Times are UTC with their offset, durations seconds.

#pragma once

#include <string>
#include <vector>

#include "hub/commands/log_data.h"

namespace chairhub {

// What --table takes.
std::vector<std::string> csv_tables();

std::string csv(const LogData& data, const std::string& table);
std::string json(const std::vector<LogData>& chairs);

}  // namespace chairhub
