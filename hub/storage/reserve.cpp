#include "hub/storage/reserve.h"

#include <cerrno>
#include <system_error>

#include <SQLiteCpp/Database.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hub/storage/log_files.h"

namespace chairhub {
namespace {

// Twice what the write-ahead log grows to before it is copied into the database (engineering default).
constexpr std::uint64_t reserve_bytes = 4ULL << 20U;

// Taking it again would write the file's times to the card each time.
bool is_taken(int fd) {
  struct stat known{};
  return ::fstat(fd, &known) == 0 && static_cast<std::uint64_t>(known.st_blocks) * 512 >= reserve_bytes;
}

Result<void> take(const std::filesystem::path& file) {
  const int fd = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
  const bool taken =
      fd >= 0 && (is_taken(fd) || ::fallocate(fd, FALLOC_FL_KEEP_SIZE, 0, static_cast<off_t>(reserve_bytes)) == 0);
  const int error = errno;
  if (fd >= 0) ::close(fd);
  if (taken || error == EOPNOTSUPP) return {};
  return failure(fmt::format("{}: no room can be reserved for a full disk: {}", file.string(),
                             std::generic_category().message(error)));
}

}  // namespace

Result<void> settle_reserve(const std::filesystem::path& file, SQLite::Database& database, std::uint64_t free) {
  int outlives = free < nearly_full_bytes ? 1 : 0;
  sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_PERSIST_WAL, &outlives);
  if (free < nearly_full_bytes + reserve_bytes) return {};
  return take(file.string() + "-wal");
}

}  // namespace chairhub
