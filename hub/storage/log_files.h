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

// Two weeks of writing (engineering default). With less than that the disk is nearly full.
inline constexpr std::uint64_t least_free_bytes = 32ULL << 20U;

// What its disk has left for this user; unset where nobody can tell.
std::optional<std::uint64_t> free_bytes(const std::filesystem::path& database);

// What the log takes on the disk, with what is not yet copied into it; unset while there is none.
std::optional<std::uint64_t> database_bytes(const std::filesystem::path& database);

}  // namespace chairhub
