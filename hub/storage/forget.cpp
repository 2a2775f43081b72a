#include "hub/storage/forget.h"

#include <array>
#include <string_view>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include "hub/storage/database.h"
#include "hub/storage/sql.h"

namespace chairhub {
namespace {

struct TimedTable {
  std::string_view name;
  std::string_view start;
  std::string_view end;  // of a row that has not ended: later than anything
};
constexpr std::array timed_tables = {
    TimedTable{"sittings", "start_ms", "ifnull(end_ms, 9e18)"},
    TimedTable{"posture_spans", "start_ms", "ifnull(end_ms, 9e18)"},
    TimedTable{"holds", "start_ms", "ifnull(end_ms, 9e18)"},
    TimedTable{"minutes", "start_ms", "start_ms + 60000"},
    TimedTable{"alerts", "raised_ms", "raised_ms + 1"},
    TimedTable{"events", "at_ms", "at_ms + 1"},
    TimedTable{"exercise_answers", "at_ms", "at_ms + 1"},
};

// Evidence, outbox and calibrated pads go with the rows they belong to.
void delete_range(const SQLite::Database& database, const std::optional<std::string>& chair, WallRange range) {
  for (const auto& [name, start, end] : timed_tables)
    execute(database,
            fmt::format("DELETE FROM {} WHERE {} < ?3 AND {} > ?2 AND (?1 IS NULL OR chair = ?1)", name, start, end),
            chair, range.from, range.to);
}

void delete_everything(const SQLite::Database& database, const std::optional<std::string>& chair) {
  for (const std::string_view table : {"sittings", "posture_spans", "holds", "minutes", "alerts", "events",
                                       "exercise_answers", "settings", "calibrations"})
    execute(database, fmt::format("DELETE FROM {} WHERE ?1 IS NULL OR chair = ?1", table), chair);
  // The latest start may be that of a running hub, which goes on logging.
  execute(database, "DELETE FROM chairs WHERE boot < (SELECT max(id) FROM boots) AND (?1 IS NULL OR id = ?1)", chair);
  if (!chair) execute(database, "DELETE FROM boots WHERE id < (SELECT max(id) FROM boots)");
}

void delete_rows(SQLite::Database& database, const Forget& what) {
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  what.range ? delete_range(database, what.chair, *what.range) : delete_everything(database, what.chair);
  transaction.commit();
}

// Rewrites the file, and empties the write-ahead log, so that neither holds
// what was deleted. The copy in between stays in memory.
bool erase_traces(SQLite::Database& database) {
  database.exec("PRAGMA temp_store = MEMORY");
  database.exec("VACUUM");
  return number_of(database, "PRAGMA wal_checkpoint(TRUNCATE)") == 0;
}

}  // namespace

Result<void> forget(const std::filesystem::path& file, const Forget& what) {
  auto database = open_existing_for_writing(file);
  if (!database) return tl::unexpected(database.error());
  const auto erased = guarded(file, [&] {
    delete_rows(**database, what);
    return erase_traces(**database);
  });
  if (!erased) return tl::unexpected(erased.error());
  if (!*erased)
    return failure(
        fmt::format("{}: the rows are deleted, but another program still reads the log, so traces stay in the file; "
                    "close it and run this again",
                    file.string()));
  return {};
}

}  // namespace chairhub
