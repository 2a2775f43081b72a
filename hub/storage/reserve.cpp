#include "hub/storage/reserve.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace chairhub {
namespace {

namespace fs = std::filesystem;

fs::path reserve_of(const fs::path& database) {
  return database.string() + ".reserve";
}

Result<void> make(const fs::path& reserve) {
  const int fd = ::open(reserve.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  if (fd < 0 && errno == EEXIST) return {};
  const int error = fd < 0 ? errno : ::posix_fallocate(fd, 0, static_cast<off_t>(reserve_bytes));
  if (fd >= 0) ::close(fd);
  if (error == 0) return {};
  if (fd >= 0) ::unlink(reserve.c_str());
  return failure(fmt::format("{}: the reserve for a full disk cannot be made: {}", reserve.string(),
                             std::generic_category().message(error)));
}

}  // namespace

Result<void> keep_reserve(const fs::path& database, std::optional<std::uint64_t> free) {
  if (!free || *free < least_free_bytes + reserve_bytes) return {};
  return make(reserve_of(database));
}

Result<void> give_up_reserve(const fs::path& database, std::optional<std::uint64_t> free) {
  const fs::path reserve = reserve_of(database);
  if (!free || *free >= reserve_bytes || ::unlink(reserve.c_str()) == 0 || errno == ENOENT) return {};
  return failure(fmt::format("{}: the reserve for a full disk cannot be given up: {}", reserve.string(),
                             std::generic_category().message(errno)));
}

}  // namespace chairhub
