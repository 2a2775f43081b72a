// What kept causes from being told, as rows. Private to hub/storage.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "hub/core/alert.h"
#include "hub/core/log_rows.h"
#include "hub/storage/log_files.h"
#include "hub/storage/sqlite_fwd.h"

namespace chairhub {

void write_hold(const SQLite::Database& database, std::string_view chair, std::int64_t boot, const HeldChanged& change,
                WallTime start);
// Ends what holds this cause, as long after its start as it lasted.
void end_hold(const SQLite::Database& database, std::string_view chair, std::int64_t boot, Cause cause, Millis length);

// Those that overlap the range, oldest first.
std::vector<LoggedHold> read_holds(const SQLite::Database& database, const LogFiles& files, std::string_view chair,
                                   WallRange range);

}  // namespace chairhub
