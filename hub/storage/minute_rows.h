// Minutes as rows: milliseconds and thousandths. Private to hub/storage.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "hub/core/log_rows.h"
#include "hub/core/minute.h"
#include "hub/storage/sqlite_fwd.h"

namespace chairhub {

// Two parts of the same minute, as one: seconds and shifts add up, means are
// weighted with the time somebody sat.
Minute merged(const Minute& a, const Minute& b);

// How long somebody sat in this minute.
double occupied_seconds(const Minute& minute);

// Adds to the row of the same minute when this boot has one.
void write_minute(const SQLite::Database& database, std::string_view chair, std::int64_t boot, const Minute& minute);

// Oldest first; rows that several boots wrote for one minute are merged.
std::vector<Minute> read_minutes(const SQLite::Database& database, std::string_view chair, WallRange range);

}  // namespace chairhub
