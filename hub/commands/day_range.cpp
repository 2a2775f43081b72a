#include "hub/commands/day_range.h"

#include <charconv>

#include <fmt/format.h>

#include "hub/commands/command.h"
#include "hub/platform/local_zone.h"

namespace chairhub {
namespace {

int number(std::string_view text) {
  int value = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? value : -1;
}

}  // namespace

WallRange day_range(const std::string& option, const std::string& day) {
  using namespace std::chrono;
  const bool shaped = day.size() == 10 && day[4] == '-' && day[7] == '-';
  const std::string_view text = day;
  const year_month_day date(year(shaped ? number(text.substr(0, 4)) : -1),
                            month(static_cast<unsigned>(shaped ? number(text.substr(5, 2)) : 0)),
                            std::chrono::day(static_cast<unsigned>(shaped ? number(text.substr(8, 2)) : 0)));
  if (!shaped || !date.ok() || number(text.substr(0, 4)) < 1970)
    throw CommandFailed{exit_usage, fmt::format("{} '{}' is not a day; write it as 2026-03-02", option, day)};
  // Noon UTC lies on that local date from UTC-11 to UTC+11; the zones beyond correct themselves here.
  const LocalZone zone;
  WallTime noon = sys_days(date) + hours(12);
  if (local_date(noon) < day) noon += hours(12);
  if (local_date(noon) > day) noon -= hours(12);
  return {zone.midnight_before(noon), zone.midnight_after(noon)};
}

}  // namespace chairhub
