// What is deleted when the disk is nearly full: the oldest minutes; and when it is full, then spans, holds and events,
// and only then sittings and alerts. Private to hub/storage.

#pragma once

#include <cstdint>
#include <string>

#include "hub/core/time.h"
#include "hub/storage/sqlite_fwd.h"

namespace chairhub {

// Deletes a few hundred rows, none younger than a day, unless the file has room inside it for a while; `free` is what
// the disk has left, in bytes (log_files.h). Returns their table; empty when nothing was deleted.
std::string make_room(SQLite::Database& database, WallTime now, std::uint64_t free);

}  // namespace chairhub
