#include "drivers/simulated/start_time.h"

#include <charconv>
#include <ctime>

namespace chairhub::simulated {
namespace {

std::tm local(WallTime time) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(std::chrono::floor<Seconds>(time));
  std::tm parts{};
  ::localtime_r(&seconds, &parts);
  return parts;
}

// The number in `text` at `at`, of exactly `digits` digits, within the limits.
std::optional<int> field(std::string_view text, std::size_t at, std::size_t digits, int min, int max) {
  int number = 0;
  const char* begin = text.data() + at;
  const auto [stop, error] = std::from_chars(begin, begin + digits, number);
  if (error != std::errc{} || stop != begin + digits || number < min || number > max) return std::nullopt;
  return number;
}

bool matches(std::string_view text, std::string_view shape) {
  if (text.size() != shape.size()) return false;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (shape[i] == '0' ? !digit : text[i] != shape[i]) return false;
  }
  return true;
}

}  // namespace

LocalDate local_date(WallTime time) {
  const std::tm parts = local(time);
  return {parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday};
}

WallTime wall_time(LocalDate date, Millis of_day) {
  std::tm parts{};
  parts.tm_year = date.year - 1900;
  parts.tm_mon = date.month - 1;
  parts.tm_mday = date.day;
  parts.tm_sec = static_cast<int>(std::chrono::floor<Seconds>(of_day).count());
  parts.tm_hour = parts.tm_sec / 3600;
  parts.tm_min = parts.tm_sec / 60 % 60;
  parts.tm_sec %= 60;
  parts.tm_isdst = -1;
  const Millis rest = of_day - std::chrono::floor<Seconds>(of_day);
  return WallTime(Seconds(std::mktime(&parts))) + rest;
}

LocalDate StartTime::first_date(WallTime now) const {
  return date.value_or(local_date(now));
}

Millis StartTime::first_of_day(WallTime now, Millis scenarios_own) const {
  if (!is_now) return of_day.value_or(scenarios_own);
  const std::tm parts = local(now);
  return std::chrono::hours(parts.tm_hour) + Minutes(parts.tm_min) + Seconds(parts.tm_sec) +
         (now - std::chrono::floor<Seconds>(now));
}

std::optional<StartTime> parse_start_time(std::string_view text) {
  if (text.empty()) return StartTime{};
  if (text == "now") return StartTime{true, {}, {}};
  if (!matches(text, "0000-00-00T00:00") && !matches(text, "0000-00-00T00:00:00")) return std::nullopt;
  const auto year = field(text, 0, 4, 1970, 9998), month = field(text, 5, 2, 1, 12), day = field(text, 8, 2, 1, 31);
  const auto hours = field(text, 11, 2, 0, 23), minutes = field(text, 14, 2, 0, 59);
  const auto seconds = text.size() > 16 ? field(text, 17, 2, 0, 59) : 0;
  if (!year || !month || !day || !hours || !minutes || !seconds) return std::nullopt;
  const LocalDate date{*year, *month, *day};
  const LocalDate real = local_date(wall_time(date, std::chrono::hours(12)));
  if (real.day != date.day) return std::nullopt;  // such as 31 February
  return StartTime{false, date, std::chrono::hours(*hours) + Minutes(*minutes) + Seconds(*seconds)};
}

}  // namespace chairhub::simulated
