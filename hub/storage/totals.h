// A range of the log summed up. Private to hub/storage.

#pragma once

#include <string_view>
#include <vector>

#include "hub/core/log_rows.h"
#include "hub/storage/sqlite_fwd.h"

namespace chairhub {

// `sittings` and `spans` overlap the range.
Totals sum_up(const SQLite::Database& database, std::string_view chair, WallRange range,
              const std::vector<LoggedSitting>& sittings, const std::vector<LoggedSpan>& spans);

}  // namespace chairhub
