#include "hub/storage/hold_rows.h"

#include <algorithm>
#include <string>

#include "hub/storage/recovery.h"
#include "hub/storage/sql.h"

namespace chairhub {
namespace {

constexpr auto insert_hold = R"sql(
INSERT INTO holds (chair, boot, cause, held, start_ms, minutes, limit_minutes) VALUES (?, ?, ?, ?, ?, ?, ?))sql";

constexpr auto end_open_hold = R"sql(
UPDATE holds SET end_ms = start_ms + ?4 WHERE id = (
  SELECT id FROM holds WHERE chair = ?1 AND boot = ?2 AND cause = ?3 AND end_ms IS NULL ORDER BY id DESC LIMIT 1))sql";

constexpr auto select_holds = R"sql(
SELECT cause, held, start_ms, end_ms, boot, minutes, limit_minutes FROM holds
WHERE chair = ?1 AND start_ms < ?3 AND ifnull(end_ms, 9e18) > ?2 ORDER BY start_ms, id)sql";

}  // namespace

void write_hold(const SQLite::Database& database, std::string_view chair, std::int64_t boot, const HeldChanged& change,
                WallTime start) {
  execute(database, insert_hold, chair, boot, to_string(change.cause), to_string(change.held), start, change.minutes,
          change.limit);
}

void end_hold(const SQLite::Database& database, std::string_view chair, std::int64_t boot, Cause cause, Millis length) {
  execute(database, end_open_hold, chair, boot, to_string(cause), length);
}

std::vector<LoggedHold> read_holds(const SQLite::Database& database, const LogFiles& files, std::string_view chair,
                                   WallRange range) {
  std::vector<LoggedHold> holds;
  auto rows = query(database, select_holds, chair, range.from, range.to);
  while (rows.executeStep()) {
    LoggedHold& hold = holds.emplace_back();
    hold.cause = known(cause_from(text(rows, 0)), text(rows, 0));
    hold.held = known(held_from(text(rows, 1)), text(rows, 1));
    hold.start = wall(rows, 2);
    hold.is_open = is_null(rows, 3);
    hold.end = hold.is_open ? std::max(hold.start, last_known(database, files, number(rows, 4))) : wall(rows, 3);
    hold.minutes = real(rows, 5);
    hold.limit = real(rows, 6);
  }
  return holds;
}

}  // namespace chairhub
