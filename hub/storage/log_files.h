// The two files of the log.

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace chairhub {

struct LogFiles {
  std::filesystem::path database;
  std::filesystem::path heartbeat;  // heartbeat.h; empty: none
};

// With less than that left, which is a year of writing, the disk is nearly full; with less than the other, which is two
// months, it is as good as full (engineering defaults).
inline constexpr std::uint64_t nearly_full_bytes = 32ULL << 20U;
inline constexpr std::uint64_t full_bytes = 4ULL << 20U;

// What its disk has left for this user; unset where nobody can tell.
std::optional<std::uint64_t> free_bytes(const std::filesystem::path& database);

// What the log takes on the disk, with what is not yet copied into it; unset while there is none.
std::optional<std::uint64_t> database_bytes(const std::filesystem::path& database);

}  // namespace chairhub
