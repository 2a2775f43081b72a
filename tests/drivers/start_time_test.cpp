#include "drivers/simulated/start_time.h"

#include <stdlib.h>
#include <time.h>

#include <string>

#include <gtest/gtest.h>

namespace chairhub::simulated::start_time_test {

using namespace std::chrono;

WallTime utc(int year, unsigned month, unsigned day, Millis of_day) {
  return WallTime(sys_days(std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day))) + of_day;
}

// The zone of middle Europe, spelled out so that no zone files are needed.
class StartTimeTest : public testing::Test {
 protected:
  StartTimeTest() {
    if (const char* zone = ::getenv("TZ")) usual_ = zone;
    ::setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
    ::tzset();
  }
  ~StartTimeTest() override {
    if (usual_.empty()) ::unsetenv("TZ");
    if (!usual_.empty()) ::setenv("TZ", usual_.c_str(), 1);
    ::tzset();
  }

  std::string usual_;
};

TEST_F(StartTimeTest, AnswersInTheZoneOfTheMachine) {
  EXPECT_EQ(wall_time({2026, 3, 2}, hours(9)), utc(2026, 3, 2, hours(8)));
  EXPECT_EQ(wall_time({2026, 7, 2}, hours(9) + Millis(5)), utc(2026, 7, 2, hours(7) + Millis(5)));
  const LocalDate date = local_date(utc(2026, 3, 1, hours(23) + minutes(30)));
  EXPECT_EQ(date.month, 3);
  EXPECT_EQ(date.day, 2);
}

TEST_F(StartTimeTest, DaysThatTheClockChangesAreShorterOrLonger) {
  EXPECT_EQ(wall_time({2026, 3, 30}, hours(9)) - wall_time({2026, 3, 29}, hours(0)), hours(32));
  EXPECT_EQ(wall_time({2026, 3, 29}, hours(9)) - wall_time({2026, 3, 28}, hours(9)), hours(23));
  EXPECT_EQ(wall_time({2026, 10, 25}, hours(9)) - wall_time({2026, 10, 24}, hours(9)), hours(25));
}

TEST_F(StartTimeTest, DaysGoOnBeyondTheEndOfAMonth) {
  EXPECT_EQ(wall_time({2026, 2, 29}, hours(9)), wall_time({2026, 3, 1}, hours(9)));
}

TEST_F(StartTimeTest, ByDefaultItIsTheScenariosOwnTimeToday) {
  const auto start = parse_start_time("");
  ASSERT_TRUE(start);
  const WallTime now = utc(2026, 3, 2, hours(14));
  EXPECT_EQ(wall_time(start->first_date(now), start->first_of_day(now, hours(9))), utc(2026, 3, 2, hours(8)));
}

TEST_F(StartTimeTest, NowIsNow) {
  const auto start = parse_start_time("now");
  ASSERT_TRUE(start);
  const WallTime now = utc(2026, 3, 2, hours(14) + Millis(7));
  EXPECT_EQ(wall_time(start->first_date(now), start->first_of_day(now, hours(9))), now);
}

TEST_F(StartTimeTest, ADateAndATimeAreLocal) {
  for (const char* text : {"2026-07-02T08:30", "2026-07-02T08:30:00"}) {
    const auto start = parse_start_time(text);
    ASSERT_TRUE(start) << text;
    const WallTime now = utc(2026, 3, 2, hours(14));
    EXPECT_EQ(wall_time(start->first_date(now), start->first_of_day(now, hours(9))),
              utc(2026, 7, 2, hours(6) + minutes(30)));
  }
}

TEST_F(StartTimeTest, RefusesWhatIsNoDateOrTime) {
  for (const char* text : {"today", "2026-07-02", "08:30", "2026-02-30T08:30", "2026-13-01T08:30", "2026-07-02T24:00",
                           "2026-07-02T08:60", "2026-07-02 08:30", "2026-07-02T08:30Z", "+026-07-02T08:30"})
    EXPECT_FALSE(parse_start_time(text)) << text;
}

}  // namespace chairhub::simulated::start_time_test
