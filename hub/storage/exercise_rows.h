// What people answered to exercises, as rows. Private to hub/storage.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "hub/core/log_rows.h"
#include "hub/storage/sqlite_fwd.h"

namespace chairhub {

void write_answer(const SQLite::Database& database, std::string_view chair, std::int64_t boot,
                  const LoggedAnswer& answer);
// Those given in the range, oldest first.
std::vector<LoggedAnswer> read_answers(const SQLite::Database& database, std::string_view chair, WallRange range);

}  // namespace chairhub
