// The log for other programs: CSV, one table at a time, or JSON. Times are UTC
// with their offset, durations seconds. Pure.

#pragma once

#include <string>
#include <vector>

#include "hub/core/log_data.h"

namespace chairhub {

// The tables that there are, all of them as CSV and as JSON.
std::vector<std::string> csv_tables();

std::string csv(const LogData& data, const std::string& table);
// Without the line of names.
std::string csv_rows(const LogData& data, const std::string& table);

// Everything of each chair.
std::string json(const std::vector<LogData>& chairs);
// The rows of one table, each an object, with a comma between two; empty without any.
std::string json_rows(const LogData& data, const std::string& table);

// "2026-03-02T08:30:00.000+00:00"
std::string exported_time(WallTime t);

}  // namespace chairhub
