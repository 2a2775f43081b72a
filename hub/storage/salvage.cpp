#include "hub/storage/salvage.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>
#include <system_error>

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include "hub/storage/aside.h"
#include "hub/storage/database.h"
#include "hub/storage/schema.h"
#include "hub/storage/sql.h"

namespace chairhub {
namespace {

namespace fs = std::filesystem;

// Parents before children.
struct SavedTable {
  std::string_view name;
  std::string_view backwards;
};
constexpr std::array saved_tables = {
    SavedTable{"boots", "id DESC"},
    SavedTable{"chairs", "id DESC"},
    SavedTable{"settings", "chair DESC, key DESC"},
    SavedTable{"calibrations", "id DESC"},
    SavedTable{"calibration_pads", "calibration DESC, pad DESC"},
    SavedTable{"alerts", "rowid DESC"},
    SavedTable{"alert_evidence", "chair DESC, alert DESC, position DESC"},
    SavedTable{"outbox", "rowid DESC"},
    SavedTable{"sittings", "id DESC"},
    SavedTable{"posture_spans", "id DESC"},
    SavedTable{"events", "id DESC"},
    SavedTable{"exercise_answers", "id DESC"},
    SavedTable{"holds", "id DESC"},
    SavedTable{"minutes", "chair DESC, start_ms DESC, boot DESC"},
};

// What belongs to a row that could not be read.
constexpr auto delete_orphans = R"sql(
DELETE FROM calibration_pads WHERE calibration NOT IN (SELECT id FROM calibrations);
DELETE FROM alert_evidence WHERE NOT EXISTS
  (SELECT 1 FROM alerts WHERE alerts.chair = alert_evidence.chair AND alerts.id = alert);
DELETE FROM outbox WHERE NOT EXISTS
  (SELECT 1 FROM alerts WHERE alerts.chair = outbox.chair AND alerts.id = alert);
UPDATE chairs SET last_alert = max(last_alert, (SELECT ifnull(max(id), 0) FROM alerts WHERE alerts.chair = chairs.id));
)sql";

bool begins_with_nothing(const fs::path& file) {
  std::array<char, 16> beginning{};
  beginning.fill('x');
  std::ifstream in(file, std::ios::binary);
  in.read(beginning.data(), beginning.size());
  return in && std::all_of(beginning.begin(), beginning.end(), [](char c) { return c == '\0'; });
}

// Empty when nothing is wrong, or when it is not for us to say.
std::string damage_of(const fs::path& log) {
  std::error_code missing;
  if (const auto size = fs::file_size(log, missing); missing || size == 0) return "";
  if (begins_with_nothing(log)) return "its beginning is lost";
  try {
    const SQLite::Database database(log.string(), SQLite::OPEN_READWRITE, 5000);
    if (number_of(database, "PRAGMA application_id") != log_application_id) return "";
    auto check = query(database, "PRAGMA quick_check(1)");
    check.executeStep();
    const std::string found = text(check, 0);  // "*** in database main ***\nPage 4: ..."
    return found == "ok" ? "" : found.substr(found.find_last_of('\n') + 1);
  } catch (const SQLite::Exception& error) {
    return (error.getErrorCode() & 0xff) == SQLITE_CORRUPT ? error.what() : "";
  }
}

std::string columns_of(const SQLite::Database& database, std::string_view table) {
  std::string names;
  auto rows = query(database, fmt::format("PRAGMA table_info({})", table));
  while (rows.executeStep()) names += (names.empty() ? "" : ", ") + text(rows, 1);
  return names;
}

void copy_row(const SQLite::Statement& row, SQLite::Statement& insert) {
  insert.reset();
  for (int i = 0; i < row.getColumnCount(); ++i) {
    const SQLite::Column column = row.getColumn(i);
    if (column.isInteger())
      insert.bind(i + 1, column.getInt64());
    else if (column.isFloat())
      insert.bind(i + 1, column.getDouble());
    else if (column.isNull())
      insert.bind(i + 1);
    else
      insert.bind(i + 1, column.getString());
  }
  insert.exec();
}

// Until the end, or the first row that cannot be read.
void copy_readable(const SQLite::Database& from, const SQLite::Database& to, std::string_view table,
                   const std::string& order) {
  const std::string names = columns_of(to, table);
  const auto count = std::count(names.begin(), names.end(), ',') + 1;
  std::string places = "?";
  for (auto i = 1; i < count; ++i) places += ", ?";
  SQLite::Statement insert(to, fmt::format("INSERT OR IGNORE INTO {} ({}) VALUES ({})", table, names, places));
  try {
    auto rows = query(from, fmt::format("SELECT {} FROM {} {}", names, table, order));
    while (rows.executeStep()) copy_row(rows, insert);
  } catch (const SQLite::Exception& error) {
    if ((error.getErrorCode() & 0xff) == SQLITE_FULL) throw;
  }
}

// From both ends, so that only what lies around the damage is missing.
std::int64_t copy_all_readable(const SQLite::Database& from, SQLite::Database& to) {
  SQLite::Transaction transaction(to);
  std::int64_t rows = 0;
  for (const SavedTable& table : saved_tables) {
    if (number_of(to, "SELECT count(*) FROM sqlite_master WHERE name = ?1", table.name) == 0) continue;
    copy_readable(from, to, table.name, "");
    copy_readable(from, to, table.name, fmt::format("ORDER BY {}", table.backwards));
  }
  to.exec(delete_orphans);
  for (const SavedTable& table : saved_tables)
    if (number_of(to, "SELECT count(*) FROM sqlite_master WHERE name = ?1", table.name) != 0)
      rows += number_of(to, fmt::format("SELECT count(*) FROM {}", table.name));
  transaction.commit();
  return rows;
}

// What the damaged file was, so that whoever opens the fresh one brings it up to date.
std::size_t version_of(const fs::path& file, const SQLite::Database& damaged) {
  const auto version = guarded(file, [&] { return number_of(damaged, "PRAGMA user_version"); });
  const bool known = version && *version >= 1 && *version <= schema_version();
  return static_cast<std::size_t>(known ? *version : schema_version());
}

Result<std::int64_t> save_readable(const fs::path& damaged, const fs::path& fresh) {
  std::error_code ignored;
  fs::remove(fresh, ignored);
  if (auto created = create_private(fresh); !created) return tl::unexpected(created.error());
  return guarded(fresh, [&]() -> std::int64_t {
    SQLite::Database to(fresh.string(), SQLite::OPEN_READWRITE);
    prepare_pages(to);
    if (begins_with_nothing(damaged)) {
      migrate(to, migration_steps());
      return 0;
    }
    SQLite::Database from(damaged.string(), SQLite::OPEN_READWRITE, 5000);
    from.exec("PRAGMA writable_schema = ON");  // where the list of tables is damaged, the rest of it counts
    migrate(to, migration_steps().first(version_of(damaged, from)));
    return copy_all_readable(from, to);
  });
}

}  // namespace

std::string Salvage::in_words() const {
  return fmt::format(
      "the log was damaged ({}): {} rows were saved into a fresh one, and the damaged file is kept as {}", damage, rows,
      kept.string());
}

Result<std::optional<Salvage>> salvage_if_damaged(const fs::path& log) {
  const fs::path fresh = log.string() + ".salvaged";
  std::error_code ignored;
  // The power went between the last two steps below.
  if (!fs::exists(log, ignored) && fs::exists(fresh, ignored))
    if (auto placed = put_in_place(fresh, log); !placed) return tl::unexpected(placed.error());
  Salvage salvage;
  salvage.damage = damage_of(log);
  if (salvage.damage.empty()) return std::nullopt;
  const fs::path draft = fresh.string() + ".new";
  const auto rows = save_readable(log, draft);
  if (!rows) return tl::unexpected(rows.error());
  salvage.rows = *rows;
  if (auto placed = put_in_place(draft, fresh); !placed) return tl::unexpected(placed.error());
  auto kept = set_aside(log, "damaged");
  if (!kept) return tl::unexpected(kept.error());
  salvage.kept = *kept;
  if (auto placed = put_in_place(fresh, log); !placed) return tl::unexpected(placed.error());
  return salvage;
}

}  // namespace chairhub
