#include "hub/doctor/clock_check.h"

#include <cstdint>
#include <fstream>

#include <fmt/format.h>

namespace chairhub {
namespace {

// No chairhub is older, so a clock that shows an earlier day was never set.
constexpr WallTime first_possible = std::chrono::sys_days(std::chrono::year(2026) / 1 / 1);

bool has_been_synchronised(const Machine& machine) {
  std::error_code unreadable;
  return machine.is_synchronised ||
         std::filesystem::exists(machine.at("/run/systemd/timesync/synchronized"), unreadable);
}

// A clock that kept its time while the machine was off; a Raspberry Pi 5 without its battery begins in 1970.
bool has_battery_clock(const Machine& machine) {
  for (const std::string& name : machine.names_in("/sys/class/rtc", "rtc")) {
    std::ifstream file(machine.at("/sys/class/rtc/" + name + "/since_epoch"));
    std::int64_t seconds = 0;
    if (file >> seconds && WallTime(Seconds(seconds)) >= first_possible) return true;
  }
  return false;
}

Finding set_by_nobody(const Machine& machine, WallTime now) {
  const bool is_old = now < first_possible;
  return {is_old ? Severity::problem : Severity::warning, "clock.unset", "",
          fmt::format("no time server has set the clock{}{}", is_old ? ", and it shows a day before 2026" : "",
                      has_battery_clock(machine) ? "; there is a battery clock" : "; there is no battery clock either"),
          "until it is set, rows of the log are provisional: sudo timedatectl set-ntp true, and check the network with "
          "timedatectl timesync-status"};
}

// "Europe/Berlin"; empty when the machine has none.
std::string zone_of(const Machine& machine) {
  if (!machine.zone.empty()) return machine.zone.front() == ':' ? machine.zone.substr(1) : machine.zone;
  std::error_code no_link;
  const std::string link = std::filesystem::read_symlink(machine.at("/etc/localtime"), no_link).string();
  constexpr std::string_view mark = "zoneinfo/";
  const auto found = link.find(mark);
  if (!no_link && found != std::string::npos) return link.substr(found + mark.size());
  return machine.first_line("/etc/timezone");
}

}  // namespace

Findings check_clock(const Machine& machine, WallTime now) {
  if (!has_been_synchronised(machine)) return {set_by_nobody(machine, now)};
  if (!has_battery_clock(machine))
    return {{Severity::note, "clock.no_battery", "",
             "a time server has set the clock; there is no battery clock, so after a start without network it is wrong",
             "nothing need be done: rows made before the clock is set are corrected once it is"}};
  return {{Severity::ok, "clock.set", "", "a time server has set the clock, and there is a battery clock"}};
}

Findings check_time_zone(const Machine& machine) {
  const std::string zone = zone_of(machine);
  if (!zone.empty() && zone != "UTC" && !zone.starts_with("Etc/"))
    return {{Severity::ok, "zone.set", "", "days begin at midnight in " + zone}};
  return {{Severity::note, "zone.utc", "",
           zone.empty() ? "the machine has no time zone, so days begin at midnight UTC"
                        : fmt::format("the time zone is {}, so days begin at midnight UTC", zone),
           "sudo timedatectl set-timezone Europe/Berlin, or wherever the chair is, then restart the service"}};
}

}  // namespace chairhub
