#include "hub/storage/recovery.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "hub/storage/heartbeat.h"
#include "hub/storage/sql.h"

namespace chairhub {
namespace {

// Each chair's latest row of the boot, found through the indexes by time. A row cannot be older than its boot, but a
// minute begins before it; without that limit a boot that has none of a kind would be sought through all of the log.
constexpr auto latest_row = R"sql(
WITH boot AS (SELECT started_ms - 60000 AS since FROM boots WHERE id = ?1)
SELECT max(at) FROM (
  SELECT started_ms AS at FROM boots WHERE id = ?1
  UNION ALL SELECT (SELECT max(start_ms, ifnull(end_ms, 0)) FROM posture_spans
    WHERE chair = chairs.id AND start_ms >= since AND boot = ?1 ORDER BY start_ms DESC LIMIT 1) FROM chairs, boot
  UNION ALL SELECT (SELECT max(start_ms, ifnull(end_ms, 0)) FROM sittings
    WHERE chair = chairs.id AND start_ms >= since AND boot = ?1 ORDER BY start_ms DESC LIMIT 1) FROM chairs, boot
  UNION ALL SELECT (SELECT start_ms + empty_ms + object_ms + supported_ms + unsupported_upright_ms
      + bent_forward_ms + slumped_ms + unknown_ms FROM minutes
    WHERE chair = chairs.id AND start_ms >= since AND boot = ?1 ORDER BY start_ms DESC LIMIT 1) FROM chairs, boot
  UNION ALL SELECT (SELECT max(raised_ms, ifnull(cleared_ms, 0)) FROM alerts
    WHERE chair = chairs.id AND raised_ms >= since AND boot = ?1 ORDER BY raised_ms DESC LIMIT 1) FROM chairs, boot
  UNION ALL SELECT (SELECT at_ms + ifnull(max(length_ms, 0), 0) FROM events
    WHERE chair = chairs.id AND at_ms >= since AND boot = ?1 AND kind <> 'clock_set' AND kind <> 'clock_jump'
    ORDER BY at_ms DESC LIMIT 1) FROM chairs, boot
))sql";

constexpr auto end_sittings = R"sql(
UPDATE sittings SET
  shifts = (SELECT ifnull(sum(minutes.shifts), 0) FROM minutes WHERE minutes.chair = sittings.chair
            AND minutes.boot = sittings.boot
            AND minutes.start_ms >= sittings.start_ms / 60000 * 60000 AND minutes.start_ms < max(start_ms, ?2)),
  end_ms = max(start_ms, ?2)
WHERE boot = ?1 AND end_ms IS NULL)sql";

}  // namespace

std::string run_name(std::string_view kernel_boot, std::int64_t start_number) {
  return fmt::format("{}/{}", kernel_boot, start_number);
}

WallTime last_known(const SQLite::Database& database, const LogFiles& files, std::int64_t boot) {
  auto row = query(database, "SELECT kernel_boot, start_number FROM boots WHERE id = ?1", boot);
  row.executeStep();
  const auto beat = Heartbeat::last_beat(files.heartbeat, run_name(text(row, 0), number(row, 1)));
  return beat ? *beat : WallTime(Millis(number_of(database, latest_row, boot)));
}

void end_open_rows(const SQLite::Database& database, std::int64_t boot, WallTime at) {
  execute(database, "UPDATE posture_spans SET end_ms = max(start_ms, ?2) WHERE boot = ?1 AND end_ms IS NULL", boot, at);
  execute(database, "UPDATE holds SET end_ms = max(start_ms, ?2) WHERE boot = ?1 AND end_ms IS NULL", boot, at);
  execute(database, end_sittings, boot, at);
  execute(database, "UPDATE boots SET ended_ms = max(started_ms, ?2) WHERE id = ?1", boot, at);
}

void recover(const SQLite::Database& database, const LogFiles& files) {
  std::vector<std::int64_t> unended;
  auto rows = query(database, "SELECT id FROM boots WHERE ended_ms IS NULL");
  while (rows.executeStep()) unended.push_back(number(rows, 0));
  for (const auto boot : unended) end_open_rows(database, boot, last_known(database, files, boot));
}

}  // namespace chairhub
