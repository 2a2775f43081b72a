// Ends what a start of the hub left open, at the last time it is known to have
// been alive. Private to hub/storage.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "hub/core/time.h"
#include "hub/storage/log_files.h"
#include "hub/storage/sqlite_fwd.h"

namespace chairhub {

// Names one start of the hub in the heartbeat file.
std::string run_name(std::string_view kernel_boot, std::int64_t start_number);

// The heartbeat if it belongs to this boot, else the end of its latest row.
WallTime last_known(const SQLite::Database& database, const LogFiles& files, std::int64_t boot);

// Nothing ends before it began. A sitting's shifts are those of its minutes.
void end_open_rows(const SQLite::Database& database, std::int64_t boot, WallTime at);

// Does so for every boot that has not ended.
void recover(const SQLite::Database& database, const LogFiles& files);

}  // namespace chairhub
