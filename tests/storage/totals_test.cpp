#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/storage/story.h"

namespace chairhub::totals_test {

using ::testing::SizeIs;

class TotalsTest : public LogStory {
 protected:
  TotalsTest() { hub_starts(); }

  Totals between(WallTime from, WallTime to) const { return reader().totals("desk", {from, to}).value(); }
  static Millis in(const Totals& totals, Posture posture) {
    return totals.by_posture.at(static_cast<std::size_t>(posture));
  }
};

TEST_F(TotalsTest, AddUpAMorning) {
  sits_down();
  takes(Posture::supported);
  for (int minute = 0; minute < 40; ++minute) sits_a_minute(minute == 10 || minute == 35 ? 2 : 0);
  takes(Posture::bent_forward);
  for (int minute = 0; minute < 20; ++minute) sits_a_minute(minute == 5 ? 1 : 0);
  takes(Posture::empty);
  gets_up(5);
  alerts(1, Cause::bent_forward);
  alerts(2, Cause::bent_forward);
  alerts(3, Cause::sitting_too_long);
  log->append("desk", BreakTaken{now, 10min});
  passes(10min);
  hub_stops();

  const Totals totals = between(monday_morning, monday_morning + 24h);
  EXPECT_EQ(totals.sitting, 60min);
  EXPECT_EQ(in(totals, Posture::supported), 40min);
  EXPECT_EQ(in(totals, Posture::bent_forward), 20min);
  EXPECT_EQ(in(totals, Posture::empty), 10min);
  EXPECT_EQ(totals.shifts, 5U);
  EXPECT_EQ(totals.breaks, 1U);
  EXPECT_EQ(totals.alerts[static_cast<std::size_t>(Cause::bent_forward)], 2U);
  EXPECT_EQ(totals.alerts[static_cast<std::size_t>(Cause::sitting_too_long)], 1U);
  EXPECT_EQ(totals.longest_still, 24min);
}

TEST_F(TotalsTest, ClipWhatCrossesMidnight) {
  sits_down();
  takes(Posture::supported);
  passes(3h);
  takes(Posture::empty);
  gets_up();
  commits();
  const WallTime midnight = monday_morning + 1h;
  EXPECT_EQ(between(midnight - 24h, midnight).sitting, 1h);
  EXPECT_EQ(between(midnight, midnight + 24h).sitting, 2h);
  EXPECT_EQ(in(between(midnight, midnight + 24h), Posture::supported), 2h);
}

TEST_F(TotalsTest, CountShiftsFromSittingsWhenMinutesAreGone) {
  sits_down();
  sits_a_minute(7);
  gets_up(7);
  commits();
  ASSERT_FALSE(log->retain(now.wall + std::chrono::days(100), {}).value());
  EXPECT_EQ(between(monday_morning, monday_morning + 24h).shifts, 7U);
}

TEST_F(TotalsTest, AreZeroWhenNothingHappened) {
  const Totals totals = between(monday_morning, monday_morning + 24h);
  EXPECT_EQ(totals.sitting, 0ms);
  EXPECT_EQ(totals.longest_still, 0ms);
}

TEST_F(TotalsTest, RangesTakeWhatOverlapsThem) {
  takes(Posture::supported);
  passes(10min);
  takes(Posture::slumped);
  passes(10min);
  takes(Posture::empty);
  passes(10min);
  hub_stops();
  const auto spans_between = [&](Millis from, Millis to) {
    return reader().spans("desk", {monday_morning + from, monday_morning + to}).value();
  };
  EXPECT_THAT(spans_between(5min, 6min), SizeIs(1));
  EXPECT_THAT(spans_between(9min, 11min), SizeIs(2));
  EXPECT_THAT(spans_between(10min, 20min), SizeIs(1));
  EXPECT_THAT(spans_between(30min, 40min), SizeIs(0));
  EXPECT_THAT(reader().spans("sofa", ever).value(), SizeIs(0));
}

TEST_F(TotalsTest, KnowTheLastSittingAndTheLastBreak) {
  EXPECT_FALSE(reader().last_sitting("desk").value());
  EXPECT_FALSE(reader().last_break("desk").value());
  sits_down();
  passes(20min);
  gets_up();
  log->append("desk", BreakTaken{now, 6min});
  passes(6min);
  sits_down();
  commits();
  EXPECT_EQ(reader().last_break("desk").value()->at, monday_morning + 20min);
  EXPECT_TRUE(reader().last_sitting("desk").value()->is_open);
  EXPECT_EQ(reader().last_sitting("desk").value()->start, monday_morning + 26min);
}

}  // namespace chairhub::totals_test
