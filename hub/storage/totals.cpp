#include "hub/storage/totals.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>

#include "hub/storage/minute_rows.h"
#include "hub/storage/sql.h"

namespace chairhub {
namespace {

template <class Row>
Millis clipped(const Row& row, WallRange range) {
  return std::max(Millis(0), std::min(row.end, range.to) - std::max(row.start, range.from));
}

// Minutes without a shift in a row, as far as somebody sat in them.
Millis longest_still(const std::vector<Minute>& minutes) {
  double longest = 0;
  double still = 0;
  WallTime next{};
  for (const Minute& minute : minutes) {
    if (minute.start != next || minute.shifts > 0) still = 0;
    if (minute.shifts == 0) still += occupied_seconds(minute);
    longest = std::max(longest, still);
    next = minute.start + Minutes(1);
  }
  return Millis(std::llround(longest * 1000));
}

// From minutes, which know when; when those have been deleted by their age,
// from the sittings that began in the range.
std::uint32_t count_shifts(const std::vector<Minute>& minutes, const std::vector<LoggedSitting>& sittings,
                           WallRange range) {
  std::uint32_t shifts = 0;
  for (const Minute& minute : minutes) shifts += minute.shifts;
  if (!minutes.empty()) return shifts;
  for (const LoggedSitting& sitting : sittings)
    if (sitting.start >= range.from) shifts += sitting.shifts;
  return shifts;
}

}  // namespace

Totals sum_up(const SQLite::Database& database, std::string_view chair, WallRange range,
              const std::vector<LoggedSitting>& sittings, const std::vector<LoggedSpan>& spans) {
  Totals totals;
  for (const LoggedSitting& sitting : sittings) totals.sitting += clipped(sitting, range);
  for (const LoggedSpan& span : spans)
    totals.by_posture.at(static_cast<std::size_t>(span.posture)) += clipped(span, range);
  const auto minutes = read_minutes(database, chair, range);
  totals.shifts = count_shifts(minutes, sittings, range);
  totals.longest_still = longest_still(minutes);
  totals.breaks = static_cast<std::uint32_t>(
      number_of(database, "SELECT count(*) FROM events WHERE chair = ?1 AND kind = ?2 AND at_ms >= ?3 AND at_ms < ?4",
                chair, to_string(NoteKind::taken_break), range.from, range.to));
  auto alerts =
      query(database,
            "SELECT cause, count(*) FROM alerts WHERE chair = ?1 AND raised_ms >= ?2 AND raised_ms < ?3 GROUP BY cause",
            chair, range.from, range.to);
  while (alerts.executeStep()) {
    const Cause cause = known(cause_from(text(alerts, 0)), text(alerts, 0));
    totals.alerts.at(static_cast<std::size_t>(cause)) = static_cast<std::uint32_t>(number(alerts, 1));
  }
  return totals;
}

}  // namespace chairhub
