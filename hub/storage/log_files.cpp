#include "hub/storage/log_files.h"

#include <system_error>

namespace chairhub {

std::optional<std::uint64_t> free_bytes(const std::filesystem::path& database) {
  std::error_code error;
  const auto space = std::filesystem::space(database, error);
  return error ? std::nullopt : std::optional<std::uint64_t>(space.available);
}

std::optional<std::uint64_t> database_bytes(const std::filesystem::path& database) {
  std::error_code missing;
  const std::uint64_t main = std::filesystem::file_size(database, missing);
  if (missing) return std::nullopt;
  std::filesystem::path ahead = database;
  ahead += "-wal";
  const std::uint64_t pending = std::filesystem::file_size(ahead, missing);
  return missing ? main : main + pending;
}

}  // namespace chairhub
