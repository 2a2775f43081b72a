#include "hub/platform/local_zone.h"

#include <cstdlib>
#include <ctime>

#include <gtest/gtest.h>

namespace chairhub::local_zone_test {

using namespace std::chrono;
using namespace std::chrono_literals;

class LocalZoneTest : public testing::Test {
 protected:
  ~LocalZoneTest() override {
    ::unsetenv("TZ");
    ::tzset();
  }
  void live_in(const char* rule) {
    ::setenv("TZ", rule, 1);
    ::tzset();
  }
  static WallTime utc(int y, unsigned m, unsigned d, Millis of_day) {
    return sys_days(year(y) / month(m) / day(d)) + of_day;
  }

  LocalZone zone;
};

// The rule itself instead of a name: no zone files are needed.
constexpr const char* berlin = "CET-1CEST,M3.5.0,M10.5.0/3";

TEST_F(LocalZoneTest, ADayBeginsAtLocalMidnight) {
  live_in(berlin);
  EXPECT_EQ(zone.midnight_before(utc(2026, 1, 15, 12h)), utc(2026, 1, 14, 23h));
  EXPECT_EQ(zone.midnight_after(utc(2026, 1, 15, 12h)), utc(2026, 1, 15, 23h));
}

TEST_F(LocalZoneTest, TheDayOfTheSpringChangeHas23Hours) {
  live_in(berlin);
  const WallTime noon = utc(2026, 3, 29, 10h);
  EXPECT_EQ(zone.midnight_after(noon) - zone.midnight_before(noon), 23h);
}

TEST_F(LocalZoneTest, TheDayOfTheAutumnChangeHas25Hours) {
  live_in(berlin);
  const WallTime noon = utc(2026, 10, 25, 11h);
  EXPECT_EQ(zone.midnight_after(noon) - zone.midnight_before(noon), 25h);
}

TEST_F(LocalZoneTest, MidnightItselfBelongsToTheNewDay) {
  live_in("UTC0");
  const WallTime midnight = utc(2026, 3, 2, 0h);
  EXPECT_EQ(zone.midnight_before(midnight), midnight);
  EXPECT_EQ(zone.midnight_after(midnight), midnight + 24h);
}

TEST_F(LocalZoneTest, KnowsWhenADayOfTheCalendarBegins) {
  live_in(berlin);
  EXPECT_EQ(midnight_of(year(2026) / 3 / 29), utc(2026, 3, 28, 23h));
  EXPECT_EQ(midnight_of(year(2026) / 3 / 30), utc(2026, 3, 29, 22h));
  EXPECT_EQ(zone_name(), berlin);
}

TEST_F(LocalZoneTest, KnowsDaysFarAway) {
  live_in("UTC0");
  EXPECT_EQ(midnight_of(year(7768) / 7 / 19), utc(7768, 7, 19, 0h));
  EXPECT_EQ(zone.midnight_after(utc(7768, 7, 19, 5h)), utc(7768, 7, 20, 0h));
  EXPECT_EQ(local_date(utc(7768, 7, 19, 5h)), "7768-07-19");
}

TEST_F(LocalZoneTest, FollowsTheSystemIntoAnotherZone) {
  const WallTime summer = utc(2026, 7, 1, 12h);
  live_in(berlin);
  EXPECT_EQ(ahead_of_utc(summer), 2h);
  ::setenv("TZ", "EST5EDT,M3.2.0,M11.1.0", 1);
  EXPECT_EQ(ahead_of_utc(summer), -4h);
  EXPECT_EQ(zone.clock_time(summer), 8h);
  EXPECT_EQ(ahead_of_utc(utc(2026, 1, 1, 12h)), -5h);
}

TEST_F(LocalZoneTest, WritesDatesAndTimesForPeople) {
  live_in(berlin);
  EXPECT_EQ(local_date(utc(2026, 1, 14, 23h)), "2026-01-15");
  EXPECT_EQ(local_clock(utc(2026, 7, 1, 12h)), "14:00");
  EXPECT_EQ(local_date_time(utc(2026, 7, 1, 12h)), "2026-07-01 14:00:00");
}

}  // namespace chairhub::local_zone_test
