// Where the day begins in the system's time zone (TZ or /etc/localtime).

#pragma once

#include <chrono>
#include <string>

#include "hub/core/local_time.h"

namespace chairhub {

class LocalZone : public LocalTime {
 public:
  WallTime midnight_before(WallTime t) const override;
  WallTime midnight_after(WallTime t) const override;
  Millis clock_time(WallTime t) const override;
};

// When this day begins here.
WallTime midnight_of(std::chrono::year_month_day date);

// How far local time is ahead of UTC at `t`. Looks first whether the system has been given another zone since this
// program started; all that is asked here afterwards is answered in that one.
Seconds ahead_of_utc(WallTime t);

// Its name, such as "Europe/Berlin"; "UTC" where the system does not say.
std::string zone_name();

// "2026-11-22" and "14:05" and "2026-11-22 14:05:09" in the local zone.
std::string local_date(WallTime t);
std::string local_clock(WallTime t);
std::string local_date_time(WallTime t);

}  // namespace chairhub
