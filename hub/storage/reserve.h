// A file beside the log, `chairhub.db.reserve`, that takes a little of the disk while there is plenty, and is given up
// when there is none: a hub can then still start there, and delete what is old.

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "hub/core/result.h"

namespace chairhub {

// Twice what the write-ahead log grows to before it is copied into the database (engineering default).
inline constexpr std::uint64_t reserve_bytes = 4ULL << 20U;
// Two weeks of writing (engineering default). With less than that the disk is nearly full.
inline constexpr std::uint64_t least_free_bytes = 32ULL << 20U;

// `free` is what the disk has left in bytes (log_files.h); while it is unset, both do nothing.
// Makes the reserve, unless the disk would be nearly full with it.
Result<void> keep_reserve(const std::filesystem::path& database, std::optional<std::uint64_t> free);
// Deletes it, unless the disk has as much left besides.
Result<void> give_up_reserve(const std::filesystem::path& database, std::optional<std::uint64_t> free);

}  // namespace chairhub
