#include "hub/config/replace_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

namespace chairhub {
namespace {

namespace fs = std::filesystem;

fs::path draft_of(const fs::path& file) {
  fs::path draft = file;
  draft += ".new";
  return draft;
}

bool write_all(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(fd, text.data(), text.size());
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(fd) == 0;
}

Result<void> write_draft(const NewFile& wanted) {
  const fs::path draft = draft_of(wanted.file);
  const int fd = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  const bool is_written = fd >= 0 && write_all(fd, wanted.text);
  const int number = errno;
  if (fd >= 0) ::close(fd);
  if (!is_written)
    return failure(fmt::format("{}: cannot be written ({})", draft.string(), std::generic_category().message(number)));
  std::error_code is_new;
  const fs::file_status before = fs::status(wanted.file, is_new);
  if (fs::exists(before)) fs::permissions(draft, before.permissions(), is_new);
  return {};
}

void forget_drafts(std::span<const NewFile> files) {
  std::error_code not_there;
  for (const NewFile& wanted : files) fs::remove(draft_of(wanted.file), not_there);
}

}  // namespace

Result<void> replace_files(std::span<const NewFile> files) {
  for (const NewFile& wanted : files)
    if (auto written = write_draft(wanted); !written) {
      forget_drafts(files);
      return written;
    }
  for (const NewFile& wanted : files) {
    std::error_code failed;
    fs::rename(draft_of(wanted.file), wanted.file, failed);
    if (!failed) continue;
    forget_drafts(files);
    return failure(fmt::format("{}: cannot be replaced ({})", wanted.file.string(), failed.message()));
  }
  return {};
}

Result<fs::path> keep_backup(const fs::path& file) {
  for (int number = 1;; ++number) {
    fs::path backup = file;
    backup += number == 1 ? ".bak" : fmt::format(".bak{}", number);
    std::error_code failed;
    if (fs::copy_file(file, backup, fs::copy_options::none, failed)) return backup;
    if (failed != std::errc::file_exists)
      return failure(fmt::format("{}: cannot be kept as {} ({})", file.string(), backup.string(), failed.message()));
  }
}

}  // namespace chairhub
