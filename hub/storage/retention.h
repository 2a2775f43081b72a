// Which rows are old enough to go. Private to hub/storage.

#pragma once

#include "hub/core/time.h"
#include "hub/storage/sqlite_fwd.h"

namespace chairhub {

// One small step: deletes a few hundred rows that ended before these times at
// most, in a transaction; true when there may be more.
bool delete_some(SQLite::Database& database, WallTime minutes_before, WallTime rest_before);

}  // namespace chairhub
