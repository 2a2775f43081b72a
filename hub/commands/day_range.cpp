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

// A time that the clock on the wall leaps over is taken as far after midnight as it says.
WallTime moment(const std::string& option, std::string_view text, WallRange day) {
  if (const auto separator = text.find_first_of("T "); separator != std::string_view::npos) {
    day = day_range(option, std::string(text.substr(0, separator)));
    text.remove_prefix(separator + 1);
  }
  const int hour = text.size() == 5 && text[2] == ':' ? number(text.substr(0, 2)) : -1;
  const int minute = text.size() == 5 ? number(text.substr(3, 2)) : -1;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59)
    throw CommandFailed{exit_usage, fmt::format("{} '{}' is not a time; write it as 14:05, as 2026-03-02T14:05, or two "
                                                "of them as 14:05..15:00",
                                                option, text)};
  const Millis clock_time = std::chrono::hours(hour) + std::chrono::minutes(minute);
  const WallTime by_length = day.from + clock_time;
  // On the two days a year with another length, that is an hour off.
  const WallTime by_clock = by_length + (clock_time - LocalZone().clock_time(by_length));
  return LocalZone().clock_time(by_clock) == clock_time ? by_clock : by_length;
}

}  // namespace

WallRange minute_range(const std::string& option, const std::string& times, WallRange day) {
  const auto dots = times.find("..");
  const WallTime from = moment(option, std::string_view(times).substr(0, dots), day);
  if (dots == std::string::npos) return {from, from + Minutes(1)};
  const WallTime to = moment(option, std::string_view(times).substr(dots + 2), day);
  if (to <= from) throw CommandFailed{exit_usage, fmt::format("{} '{}' ends before it begins", option, times)};
  return {from, to};
}

WallRange day_range(const std::string& option, const std::string& day) {
  using namespace std::chrono;
  const bool shaped = day.size() == 10 && day[4] == '-' && day[7] == '-';
  const std::string_view text = day;
  const year_month_day date(year(shaped ? number(text.substr(0, 4)) : -1),
                            month(static_cast<unsigned>(shaped ? number(text.substr(5, 2)) : 0)),
                            std::chrono::day(static_cast<unsigned>(shaped ? number(text.substr(8, 2)) : 0)));
  if (!shaped || !date.ok() || number(text.substr(0, 4)) < 1970)
    throw CommandFailed{exit_usage, fmt::format("{} '{}' is not a day; write it as 2026-03-02", option, day)};
  const WallTime midnight = midnight_of(date);
  return {midnight, LocalZone().midnight_after(midnight)};
}

}  // namespace chairhub
