#include "hub/storage/aside.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace chairhub {
namespace {

namespace fs = std::filesystem;

bool flush(const fs::path& path, int flags) {
  const int fd = ::open(path.c_str(), flags | O_CLOEXEC);
  if (fd < 0) return false;
  const bool synced = ::fsync(fd) == 0;
  ::close(fd);
  return synced;
}

std::string last_error() {
  return std::generic_category().message(errno);
}

}  // namespace

Result<fs::path> set_aside(const fs::path& log, std::string_view word) {
  std::error_code error;
  fs::path aside;
  for (int number = 1; aside.empty() || fs::exists(aside, error); ++number)
    aside = fmt::format("{}.{}-{}", log.string(), word, number);
  fs::rename(log, aside, error);
  if (error) return failure(fmt::format("{}: cannot be kept as {}: {}", log.string(), aside.string(), error.message()));
  fs::rename(log.string() + "-wal", aside.string() + "-wal", error);
  fs::remove(log.string() + "-shm", error);
  return aside;
}

Result<void> put_in_place(const fs::path& from, const fs::path& to) {
  if (!flush(from, O_RDWR)) return failure(fmt::format("{}: cannot be written: {}", from.string(), last_error()));
  std::error_code error;
  fs::rename(from, to, error);
  const fs::path folder = to.has_parent_path() ? to.parent_path() : fs::path(".");
  if (error) return failure(fmt::format("{}: cannot be written: {}", to.string(), error.message()));
  if (!flush(folder, O_RDONLY)) return failure(fmt::format("{}: cannot be written: {}", to.string(), last_error()));
  return {};
}

}  // namespace chairhub
