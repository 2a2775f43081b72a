// What is deleted when the disk is nearly full: the oldest minutes first, then
// spans, holds and events, and only then sittings and alerts. Private to hub/storage.

#pragma once

#include <string>

#include "hub/core/time.h"
#include "hub/storage/sqlite_fwd.h"

namespace chairhub {

// Deletes a few hundred rows, none younger than a day, unless the file has room inside it for a while. Returns their
// table; empty when nothing was deleted.
std::string make_room(SQLite::Database& database, WallTime now);

}  // namespace chairhub
