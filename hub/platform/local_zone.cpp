#include "hub/platform/local_zone.h"

#include <array>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <mutex>

namespace chairhub {
namespace {

// The C library has one zone for all threads, and whoever asks it may make it look for another. Its own lock is none
// that a sanitizer sees.
std::unique_lock<std::mutex> hold_zone() {
  static std::mutex zone;
  return std::unique_lock(zone);
}

std::tm local(WallTime t) {
  // Not by way of the system's clock, whose nanoseconds end in the year 2262.
  const auto seconds = static_cast<std::time_t>(std::chrono::floor<Seconds>(t).time_since_epoch().count());
  std::tm parts{};
  const auto zone = hold_zone();
  ::localtime_r(&seconds, &parts);
  return parts;
}

// mktime puts right what is no local time, such as a midnight that the clock leaps over.
WallTime moment_of(std::tm parts) {
  const auto zone = hold_zone();
  return WallTime(Seconds(::mktime(&parts)));
}

// The first moment of the local day that is `days` away from the one of `t`.
// mktime knows days of 23 and 25 hours, and those that begin at one o'clock.
WallTime day_begin(WallTime t, int days) {
  std::tm parts = local(t);
  parts.tm_mday += days;
  parts.tm_hour = parts.tm_min = parts.tm_sec = 0;
  parts.tm_isdst = -1;
  return moment_of(parts);
}

std::string format(WallTime t, const char* pattern) {
  const std::tm parts = local(t);
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), pattern, &parts)};
}

}  // namespace

WallTime LocalZone::midnight_before(WallTime t) const {
  return day_begin(t, 0);
}

WallTime LocalZone::midnight_after(WallTime t) const {
  return day_begin(t, 1);
}

Millis LocalZone::clock_time(WallTime t) const {
  const std::tm parts = local(t);
  const Millis part_of_second = t - std::chrono::floor<Seconds>(t);
  return std::chrono::hours(parts.tm_hour) + Minutes(parts.tm_min) + Seconds(parts.tm_sec) + part_of_second;
}

WallTime midnight_of(std::chrono::year_month_day date) {
  std::tm parts{};
  parts.tm_year = static_cast<int>(date.year()) - 1900;
  parts.tm_mon = static_cast<int>(static_cast<unsigned>(date.month())) - 1;
  parts.tm_mday = static_cast<int>(static_cast<unsigned>(date.day()));
  parts.tm_isdst = -1;
  return moment_of(parts);
}

// localtime_r does not look by itself.
Seconds ahead_of_utc(WallTime t) {
  {
    const auto zone = hold_zone();
    ::tzset();
  }
  return Seconds(local(t).tm_gmtoff);
}

std::string zone_name() {
  if (const char* zone = std::getenv("TZ"); zone != nullptr && *zone != '\0') return *zone == ':' ? zone + 1 : zone;
  std::error_code ignored;
  const std::string file = std::filesystem::read_symlink("/etc/localtime", ignored).string();
  constexpr std::string_view folder = "/zoneinfo/";
  const std::size_t at = file.find(folder);
  return at == std::string::npos ? "UTC" : file.substr(at + folder.size());
}

std::string local_date(WallTime t) {
  return format(t, "%Y-%m-%d");
}
std::string local_clock(WallTime t) {
  return format(t, "%H:%M");
}
std::string local_date_time(WallTime t) {
  return format(t, "%Y-%m-%d %H:%M:%S");
}

}  // namespace chairhub
