#include "hub/storage/clock_correction.h"

#include <array>
#include <chrono>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "hub/storage/sql.h"

namespace chairhub {
namespace {

struct TimeColumn {
  std::string_view table;
  std::string_view column;
};
constexpr std::array wall_times = {
    TimeColumn{"sittings", "start_ms"},      TimeColumn{"sittings", "end_ms"},
    TimeColumn{"posture_spans", "start_ms"}, TimeColumn{"posture_spans", "end_ms"},
    TimeColumn{"alerts", "raised_ms"},       TimeColumn{"alerts", "since_ms"},
    TimeColumn{"alerts", "cleared_ms"},      TimeColumn{"outbox", "queued_ms"},
    TimeColumn{"events", "at_ms"},           TimeColumn{"settings", "changed_ms"},
    TimeColumn{"calibrations", "made_ms"},   TimeColumn{"exercise_answers", "at_ms"},
    TimeColumn{"holds", "start_ms"},         TimeColumn{"holds", "end_ms"},
};

// Minutes stay aligned to full minutes: they move by whole ones, all by as
// many, so no two of this boot can meet. The detour over negative numbers
// keeps the key unique while rows pass one another.
void correct_minutes(const SQLite::Database& database, std::int64_t boot, Millis delta) {
  const Millis whole = std::chrono::floor<Minutes>(delta);
  execute(database, "UPDATE minutes SET start_ms = -(start_ms + ?2) - 1 WHERE boot = ?1", boot, whole);
  execute(database, "UPDATE minutes SET start_ms = -start_ms - 1 WHERE boot = ?1", boot);
}

void correct_boot(const SQLite::Database& database, std::int64_t boot, Millis delta, WallTime set_at) {
  for (const auto& [table, column] : wall_times)
    execute(database, fmt::format("UPDATE {0} SET {1} = {1} + ?2 WHERE boot = ?1", table, column), boot, delta);
  correct_minutes(database, boot, delta);
  execute(
      database,
      "UPDATE settings SET value = CAST(value AS INTEGER) + ?2 WHERE boot = ?1 AND key = 'snoozed_until' AND value <> "
      "''",
      boot, delta);
  execute(database,
          "UPDATE boots SET started_ms = started_ms + ?2, ended_ms = ended_ms + ?2, clock_set_ms = ?3 WHERE id = ?1",
          boot, delta, set_at);
}

}  // namespace

void correct_kernel_boot(const SQLite::Database& database, const std::string& kernel_boot, Millis delta,
                         WallTime set_at) {
  std::vector<std::int64_t> provisional;
  auto rows = query(database, "SELECT id FROM boots WHERE kernel_boot = ?1 AND clock_set_ms IS NULL", kernel_boot);
  while (rows.executeStep()) provisional.push_back(number(rows, 0));
  for (const auto boot : provisional) correct_boot(database, boot, delta, set_at);
}

void correct_earlier_starts(const SQLite::Database& database, const std::string& kernel_boot, Moment now) {
  std::vector<std::pair<std::int64_t, Millis>> provisional;
  auto rows = query(database,
                    "SELECT id, (?2 - ?3) - (started_ms - started_steady_ms) FROM boots "
                    "WHERE kernel_boot = ?1 AND clock_set_ms IS NULL",
                    kernel_boot, now.wall, now.steady);
  while (rows.executeStep()) provisional.emplace_back(number(rows, 0), millis(rows, 1));
  for (const auto& [boot, delta] : provisional) correct_boot(database, boot, delta, now.wall);
}

}  // namespace chairhub
