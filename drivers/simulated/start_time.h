// When a scenario's first line happens, in the zone of this machine.

#pragma once

#include <optional>
#include <string_view>

#include "hub/core/time.h"

namespace chairhub::simulated {

struct LocalDate {
  int year;
  int month;  // 1..12
  int day;    // 1..31, or beyond: the days of the months that follow
};

LocalDate local_date(WallTime time);
// `of_day` is what a clock on the wall shows, also on days with 23 or 25 hours.
WallTime wall_time(LocalDate date, Millis of_day);

// The option `start`: "" the scenario's own time on today's date; "now"; or a
// local date and time, "2026-03-02T08:30" or "2026-03-02T08:30:15".
struct StartTime {
  bool is_now = false;
  std::optional<LocalDate> date;
  std::optional<Millis> of_day;

  // The day's date and the time of day of the first line, when the hub starts at `now`.
  LocalDate first_date(WallTime now) const;
  Millis first_of_day(WallTime now, Millis scenarios_own) const;
};
std::optional<StartTime> parse_start_time(std::string_view text);

}  // namespace chairhub::simulated
