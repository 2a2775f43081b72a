// Room on the disk that the log takes for itself while there is plenty, for the day when others have filled it. Private
// to hub/storage.

#pragma once

#include <cstdint>
#include <filesystem>

#include "hub/core/result.h"
#include "hub/storage/sqlite_fwd.h"

namespace chairhub {

// `free` is what the disk has left, in bytes. With plenty, the write-ahead log is given blocks beyond its end, so that
// rows can still be written, and old ones deleted, on a full disk; where the file system cannot do that, nothing
// changes. On a disk that is nearly full these files outlive the hub, which without them could not start again.
Result<void> settle_reserve(const std::filesystem::path& file, SQLite::Database& database, std::uint64_t free);

}  // namespace chairhub
