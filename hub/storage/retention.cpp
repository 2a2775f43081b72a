#include "hub/storage/retention.h"

#include <algorithm>
#include <array>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include "hub/storage/sql.h"

namespace chairhub {
namespace {

constexpr int rows_at_once = 100;  // rows of each table

// Rows are found through the index by chair and time: the oldest of each chair
// come first.
constexpr auto old_minutes =
    "DELETE FROM minutes WHERE (chair, start_ms, boot) IN (SELECT minutes.chair, start_ms, minutes.boot "
    "FROM chairs JOIN minutes ON minutes.chair = chairs.id WHERE start_ms < ?1 LIMIT ?2)";
constexpr auto old_rows =
    "DELETE FROM {0} WHERE rowid IN (SELECT {0}.rowid FROM chairs JOIN {0} ON {0}.chair = chairs.id "
    "WHERE {1} < ?1 {2} LIMIT ?2)";
constexpr auto old_hub_events =
    "DELETE FROM events WHERE id IN (SELECT id FROM events WHERE chair = '' AND at_ms < ?1 LIMIT ?2)";

}  // namespace

bool delete_some(SQLite::Database& database, WallTime minutes_before, WallTime rest_before) {
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  const std::array deleted = {
      execute(database, old_minutes, minutes_before, rows_at_once),
      execute(database, fmt::format(old_rows, "events", "at_ms", ""), rest_before, rows_at_once),
      execute(database, fmt::format(old_rows, "posture_spans", "start_ms", "AND end_ms < ?1"), rest_before,
              rows_at_once),
      execute(database, fmt::format(old_rows, "sittings", "start_ms", "AND end_ms < ?1"), rest_before, rows_at_once),
      execute(database, fmt::format(old_rows, "holds", "start_ms", "AND end_ms < ?1"), rest_before, rows_at_once),
      execute(database, fmt::format(old_rows, "alerts", "raised_ms", ""), rest_before, rows_at_once),
      execute(database, fmt::format(old_rows, "exercise_answers", "at_ms", ""), rest_before, rows_at_once),
      execute(database, old_hub_events, rest_before, rows_at_once),
  };
  transaction.commit();
  return std::any_of(deleted.begin(), deleted.end(), [](int rows) { return rows == rows_at_once; });
}

}  // namespace chairhub
