#include "hub/storage/backup.h"

#include <system_error>

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hub/storage/aside.h"
#include "hub/storage/database.h"

namespace chairhub {
namespace {

namespace fs = std::filesystem;

// All pages in one go, as they are at one moment, into a file that needs no other beside it.
Result<void> copy_pages(SQLite::Database& from, const fs::path& to) {
  return guarded(to,
                 [&]() -> Result<void> {
                   SQLite::Database copy(to.string(), SQLite::OPEN_READWRITE);
                   SQLite::Backup(copy, from).executeStep(-1);
                   copy.exec("PRAGMA journal_mode = DELETE");
                   const std::string found = copy.execAndGet("PRAGMA integrity_check(1)").getString();
                   if (found != "ok") return failure(fmt::format("{}: the copy is not sound: {}", to.string(), found));
                   return {};
                 })
      .and_then([](const Result<void>& copied) { return copied; });
}

// Beside its place until it is whole.
Result<void> copy_to(SQLite::Database& from, const fs::path& to) {
  const fs::path draft = to.string() + ".new";
  std::error_code ignored;
  fs::remove(draft, ignored);
  auto copied = create_private(draft);
  if (copied) copied = copy_pages(from, draft);
  if (!copied) fs::remove(draft, ignored);
  return copied;
}

// The service's user must be able to write what root puts there.
void give_to_owner_of_folder(const fs::path& file, const fs::path& folder) {
  struct stat state{};
  if (::geteuid() == 0 && ::stat(folder.c_str(), &state) == 0) [[maybe_unused]]
    const int done = ::chown(file.c_str(), state.st_uid, state.st_gid);
}

// To leave the write-ahead log, a connection needs the file for itself.
Result<void> refuse_while_open(const fs::path& log) {
  try {
    SQLite::Database database(log.string(), SQLite::OPEN_READWRITE, 1000);
    database.exec("PRAGMA journal_mode = DELETE");
  } catch (const SQLite::Exception& error) {
    const int code = error.getErrorCode() & 0xff;
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
      return failure(fmt::format(
          "{}: the hub or another program has it open; stop it first: sudo systemctl stop chairhub", log.string()));
    if (code != SQLITE_CORRUPT && code != SQLITE_NOTADB) return failure(explain(log, error));
  }
  return {};
}

}  // namespace

Result<void> back_up(const fs::path& log, const fs::path& copy) {
  std::error_code ignored;
  if (fs::exists(copy, ignored))
    return failure(fmt::format("{}: is there already; a backup never replaces a file", copy.string()));
  auto from = open_for_reading(log);
  if (!from) return tl::unexpected(from.error());
  if (auto copied = copy_to(**from, copy); !copied) return copied;
  return put_in_place(copy.string() + ".new", copy);
}

Result<fs::path> restore(const fs::path& log, const fs::path& copy) {
  auto from = open_any_version(copy);
  if (!from) return tl::unexpected(from.error());
  std::error_code ignored;
  const bool has_old = fs::exists(log, ignored);
  if (has_old)
    if (auto alone = refuse_while_open(log); !alone) return tl::unexpected(alone.error());
  if (auto copied = copy_to(**from, log); !copied) return tl::unexpected(copied.error());
  const fs::path draft = log.string() + ".new";
  give_to_owner_of_folder(draft, log.has_parent_path() ? log.parent_path() : fs::path("."));
  fs::path kept;
  if (has_old) {
    auto aside = set_aside(log, "replaced");
    if (!aside) return tl::unexpected(aside.error());
    kept = *aside;
  }
  if (auto placed = put_in_place(draft, log); !placed) return tl::unexpected(placed.error());
  return kept;
}

}  // namespace chairhub
