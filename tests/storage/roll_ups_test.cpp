#include "hub/storage/roll_ups.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/storage/forget.h"
#include "tests/storage/story.h"

namespace chairhub::roll_ups_test {

using ::testing::SizeIs;

// Two days of an hour's sitting each, seen the day after.
class RollUpsTest : public LogStory {
 protected:
  LogReader read_after_two_days() {
    hub_starts();
    for (int day = 0; day < 2; ++day) {
      sits_down();
      takes(Posture::supported);
      for (int minute = 0; minute < 60; ++minute) sits_a_minute(minute % 20 == 0 ? 1 : 0);
      takes(Posture::empty);
      gets_up(3);
      passes(23h);
    }
    commits();
    return reader();
  }
  WallTime midnight() const { return zone.midnight_before(monday_morning); }
  std::vector<DayTotals> days() { return roll_ups.days(log_reader, "desk", two_days(), zone, now.wall).value(); }
  std::vector<Minute> minutes(Seconds step) {
    return roll_ups.minutes(log_reader, "desk", two_days(), step, now.wall).value();
  }
  WallRange two_days() const { return {midnight(), midnight() + 48h}; }
  static void expect_equal(const std::vector<Minute>& a, const std::vector<Minute>& b) {
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
      EXPECT_EQ(a[i].start, b[i].start);
      EXPECT_EQ(a[i].shifts, b[i].shifts);
      EXPECT_EQ(a[i].seconds, b[i].seconds);
      EXPECT_DOUBLE_EQ(a[i].seat_total.mean, b[i].seat_total.mean);
    }
  }

  FixedOffset zone;
  LogReader log_reader = read_after_two_days();
  RollUps roll_ups;
};

TEST_F(RollUpsTest, SayTheSameAsTheLogTheFirstTimeAndTheSecond) {
  const auto from_log = log_reader.day_totals("desk", two_days(), zone).value();
  for (int time = 0; time < 2; ++time) {
    const auto summed = days();
    ASSERT_THAT(summed, SizeIs(2));
    for (std::size_t i = 0; i < 2; ++i) {
      EXPECT_EQ(summed[i].totals.sitting, from_log[i].totals.sitting);
      EXPECT_EQ(summed[i].totals.shifts, 3U);
      EXPECT_EQ(summed[i].totals.longest_still, from_log[i].totals.longest_still);
    }
  }
}

TEST_F(RollUpsTest, ForgetWhatWasForgotten) {
  ASSERT_EQ(days()[0].totals.sitting, 60min);
  ASSERT_THAT(minutes(1h), SizeIs(2));
  ASSERT_TRUE(forget(files.database, {"desk", WallRange{midnight(), midnight() + 24h}}));
  EXPECT_EQ(days()[0].totals.sitting, 0min);
  EXPECT_EQ(days()[1].totals.sitting, 60min);
  EXPECT_THAT(minutes(1h), SizeIs(1));
}

TEST_F(RollUpsTest, DoNotRememberADayThatIsNotOver) {
  now = now + (-23h);
  days();
  sits_down();
  takes(Posture::slumped);
  passes(10min);
  takes(Posture::empty);
  gets_up();
  commits();
  EXPECT_EQ(days()[1].totals.sitting, 70min);
}

TEST_F(RollUpsTest, AddUpHoursAsMinutesDo) {
  for (const Seconds step : {Seconds(1min), Seconds(10min), Seconds(1h), Seconds(24h)}) {
    auto each = log_reader.minutes("desk", two_days()).value();
    std::uint32_t shifts = 0;
    double seconds = 0;
    for (const Minute& one : minutes(step)) {
      shifts += one.shifts;
      seconds += one.seconds[static_cast<std::size_t>(Posture::supported)];
      EXPECT_EQ(one.start.time_since_epoch() % Millis(step), 0ms);
    }
    EXPECT_EQ(shifts, 6U);
    EXPECT_DOUBLE_EQ(seconds, 60.0 * static_cast<double>(each.size()));
  }
}

TEST_F(RollUpsTest, KnowHoursOfAnyRangeInAnyOrder) {
  const auto range = [&](Millis from, Millis to) {
    return roll_ups.minutes(log_reader, "desk", {midnight() + from, midnight() + to}, Seconds(1h), now.wall).value();
  };
  const auto second_day = range(24h, 48h);
  const auto both = range(0h, 48h);
  EXPECT_THAT(second_day, SizeIs(1));
  EXPECT_THAT(both, SizeIs(2));
  expect_equal(range(24h, 48h), second_day);
  expect_equal(range(0h, 48h), both);
}

// Whoever reads a year ahead does so; nothing of it may be lost on the way.
TEST_F(RollUpsTest, RememberHoursThatWereReadInStepsFromTheNewestOn) {
  const auto step = [&](Millis from, Millis to) {
    return roll_ups.minutes(log_reader, "desk", {midnight() + from, midnight() + to}, Seconds(1h), now.wall).value();
  };
  const auto from_log = log_reader.minutes("desk", two_days()).value();
  for (int hour = 48; hour > 0; hour -= 6) step(std::chrono::hours(hour - 6), std::chrono::hours(hour));
  SQLite::Database(files.database.string(), SQLite::OPEN_READWRITE).exec("DELETE FROM minutes");
  double seconds = 0;
  for (const Minute& one : step(0h, 48h)) seconds += one.seconds[static_cast<std::size_t>(Posture::supported)];
  EXPECT_DOUBLE_EQ(seconds, 60.0 * static_cast<double>(from_log.size()));
}

class RollUpsBeforeTheClockIsSetTest : public LogStory {};

TEST_F(RollUpsBeforeTheClockIsSetTest, MoveWithTheRowsWhenItIs) {
  hub_starts(false);
  sits_down();
  takes(Posture::supported);
  for (int minute = 0; minute < 60; ++minute) sits_a_minute();
  takes(Posture::empty);
  gets_up();
  passes(24h);
  commits();
  const FixedOffset zone;
  const WallTime midnight = zone.midnight_before(monday_morning);
  LogReader log_reader = reader();
  RollUps roll_ups;
  const auto sitting_on = [&](int day) {
    const WallRange range{midnight + day * 24h, midnight + (day + 1) * 24h};
    return roll_ups.days(log_reader, "desk", range, zone, now.wall).value().at(0).totals.sitting;
  };
  ASSERT_EQ(sitting_on(0), 60min);
  clock_is_set_by(48h);
  commits();
  EXPECT_EQ(sitting_on(0), 0min);
  EXPECT_EQ(sitting_on(2), 60min);
}

}  // namespace chairhub::roll_ups_test
