#include "hub/storage/database.h"

#include <cctype>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include "hub/storage/schema.h"
#include "hub/storage/sql.h"

namespace chairhub {
namespace {

namespace fs = std::filesystem;
using Opened = Result<std::unique_ptr<SQLite::Database>>;

constexpr int busy_timeout_ms = 5000;

// Small pages write least, because most commits touch one or two of them; the
// figures are in docs/database.md.
constexpr auto page_size = "PRAGMA page_size = 1024";
// Pages in the write-ahead log before they are copied into the database.
constexpr auto checkpoint_after = "PRAGMA wal_autocheckpoint = 2000";

bool can_write(const fs::path& path) {
  return ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
}

fs::path folder_of(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

Result<void> check_writable(const fs::path& file) {
  std::error_code error;
  const fs::path folder = folder_of(file);
  if (!fs::is_directory(folder, error))
    return failure(fmt::format("{}: the folder {} cannot be used: {}; create it or set storage.database", file.string(),
                               folder.string(), error ? error.message() : "it is a file"));
  // The write-ahead log is made beside the file.
  if (!can_write(folder))
    return failure(fmt::format("{}: the folder {} cannot be written by this user", file.string(), folder.string()));
  if (fs::exists(file, error) && !can_write(file))
    return failure(fmt::format("{}: the file cannot be written by this user", file.string()));
  return {};
}

bool is_empty(const SQLite::Database& database) {
  return number_of(database, "PRAGMA application_id") == 0 &&
         number_of(database, "SELECT count(*) FROM sqlite_master") == 0;
}

Result<void> check_is_log(const fs::path& file, const SQLite::Database& database) {
  if (number_of(database, "PRAGMA application_id") != log_application_id)
    return failure(
        fmt::format("{}: is another program's database, not a chairhub log; set storage.database", file.string()));
  const auto version = number_of(database, "PRAGMA user_version");
  if (version > schema_version())
    return failure(
        fmt::format("{}: was written by a newer chairhub (schema version {}, this one knows up to {}); "
                    "install that version or move the file away",
                    file.string(), version, schema_version()));
  return {};
}

Result<void> prepare_for_writing(const fs::path& file, SQLite::Database& database) {
  database.exec("PRAGMA foreign_keys = ON");
  if (is_empty(database)) {
    prepare_pages(database);
  } else if (auto is_log = check_is_log(file, database); !is_log) {
    return is_log;
  }
  database.exec("PRAGMA secure_delete = ON");
  if (database.execAndGet("PRAGMA journal_mode = WAL").getString() != "wal")
    return failure(fmt::format("{}: its file system cannot hold a write-ahead log; use a local disk", file.string()));
  database.exec("PRAGMA synchronous = NORMAL");
  database.exec(checkpoint_after);
  migrate(database, migration_steps());
  return {};
}

// Opens and runs `prepare`, which may refuse or throw.
template <class Prepare>
Opened open(const fs::path& file, const std::string& name, int flags, Prepare prepare) {
  std::unique_ptr<SQLite::Database> database;
  auto opened = guarded(file, [&] {
    database = std::make_unique<SQLite::Database>(name, flags, busy_timeout_ms);
    return prepare(*database);
  });
  if (!opened) return tl::unexpected(opened.error());
  if (!*opened) return tl::unexpected(opened->error());
  return database;
}

Result<void> check_exists(const fs::path& file) {
  std::error_code ignored;
  if (fs::exists(file, ignored)) return {};
  return failure(fmt::format("{}: there is no log yet; it begins when the hub runs", file.string()));
}

// A file on a read-only disk has no room for the index that readers of a
// write-ahead log share. It does not change either, so it needs none.
std::string reading_name(const fs::path& file) {
  std::error_code ignored;
  const bool unchanging = !can_write(folder_of(file)) && !fs::exists(file.string() + "-wal", ignored);
  if (!unchanging) return file.string();
  std::string uri = "file:";
  for (const char c : file.string()) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = std::isalnum(byte) != 0 || c == '/' || c == '.' || c == '-' || c == '_';
    uri += plain ? std::string(1, c) : fmt::format("%{:02x}", byte);
  }
  return uri + "?immutable=1";
}

std::string reason(const SQLite::Exception& error) {
  if (error.getExtendedErrorCode() == SQLITE_IOERR_SHMSIZE) return "the disk is full; make room";
  switch (error.getErrorCode() & 0xff) {
    case SQLITE_FULL:
      return "the disk is full; make room";
    case SQLITE_READONLY:
      return "the disk or the file cannot be written";
    case SQLITE_NOTADB:
      return "is not an SQLite database; move the file away or set storage.database";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "another program keeps it locked";
    case SQLITE_CANTOPEN:
      return "cannot be opened; check the rights of the file and its folder";
    default:
      return error.what();
  }
}

}  // namespace

Result<void> create_private(const fs::path& file) {
  const int fd = ::open(file.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0 && errno != EEXIST)
    return failure(fmt::format("{}: cannot be created: {}", file.string(), std::generic_category().message(errno)));
  if (fd >= 0) ::close(fd);
  return {};
}

void prepare_pages(SQLite::Database& empty) {
  empty.exec(page_size);
}

std::string explain(const fs::path& file, const SQLite::Exception& error) {
  if ((error.getErrorCode() & 0xff) == SQLITE_CORRUPT)
    return fmt::format("{0}: is damaged ({1}); save what is left with `sqlite3 {0} .recover`, then move the file away",
                       file.string(), error.what());
  return fmt::format("{}: {}", file.string(), reason(error));
}

Opened open_for_writing(const fs::path& file) {
  if (auto writable = check_writable(file); !writable) return tl::unexpected(writable.error());
  if (auto created = create_private(file); !created) return tl::unexpected(created.error());
  return open(file, file.string(), SQLite::OPEN_READWRITE,
              [&](SQLite::Database& database) { return prepare_for_writing(file, database); });
}

Opened open_existing_for_writing(const fs::path& file) {
  if (auto exists = check_exists(file); !exists) return tl::unexpected(exists.error());
  return open_for_writing(file);
}

Opened open_any_version(const fs::path& file) {
  if (auto exists = check_exists(file); !exists) return tl::unexpected(exists.error());
  return open(file, reading_name(file), SQLite::OPEN_READONLY | SQLite::OPEN_URI,
              [&](const SQLite::Database& database) { return check_is_log(file, database); });
}

Opened open_for_reading(const fs::path& file) {
  auto opened = open_any_version(file);
  if (!opened) return opened;
  const auto version = guarded(file, [&] { return number_of(**opened, "PRAGMA user_version"); });
  if (!version) return tl::unexpected(version.error());
  if (*version < schema_version())
    return failure(fmt::format("{}: was written by an older chairhub; start the hub once and it is brought up to date",
                               file.string()));
  return opened;
}

}  // namespace chairhub
