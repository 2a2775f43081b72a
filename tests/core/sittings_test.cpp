#include "hub/core/sittings.h"

#include <gtest/gtest.h>

#include "hub/core/local_time.h"
#include "tests/support/moments.h"

namespace chairhub::sittings_test {

using namespace std::chrono_literals;

class SittingsTest : public testing::Test {
 protected:
  void sit(Millis how_long) { pass(true, how_long); }
  void stay_away(Millis how_long) { pass(false, how_long); }

  void pass(bool occupied, Millis how_long) {
    for (const SteadyTime end = now.steady + how_long; now.steady < end;) {
      now = now + 500ms;
      sittings.update(occupied, now, 500ms, thresholds, events);
    }
  }

  template <class E>
  std::vector<E> seen() const {
    std::vector<E> all;
    for (const Event& event : events)
      if (const E* e = std::get_if<E>(&event)) all.push_back(*e);
    return all;
  }

  Moment now = morning();
  FixedOffset zone;
  Thresholds thresholds;
  std::vector<Event> events;
  Sittings sittings{zone, SittingsResume{}};
};

TEST_F(SittingsTest, ABoutReachesFromSittingDownToGettingUp) {
  stay_away(1min);
  const Moment sat_down = now + 500ms;
  sit(20min);
  stay_away(1min);
  ASSERT_EQ(seen<SittingEnded>().size(), 1u);
  EXPECT_EQ(seen<SittingEnded>().front().start, sat_down);
  EXPECT_EQ(seen<SittingEnded>().front().end.steady - sat_down.steady, 20min);
}

TEST_F(SittingsTest, TodayIsTheSumOfTheBouts) {
  for (int i = 0; i < 5; ++i) {
    stay_away(1min);
    sit(7min);
  }
  stay_away(1min);
  Millis sum{};
  for (const SittingEnded& bout : seen<SittingEnded>()) sum += bout.end.steady - bout.start.steady;
  EXPECT_EQ(sittings.today(), sum);
}

TEST_F(SittingsTest, FiveMinutesAwayAreABreak) {
  sit(40min);
  stay_away(5min + 1s);
  sit(1min);
  ASSERT_EQ(seen<BreakTaken>().size(), 1u);
  EXPECT_GE(seen<BreakTaken>().front().length, 5min);
  EXPECT_LE(sittings.session(), 1min + 1s);
}

TEST_F(SittingsTest, TwoMinutesAwayRepayTwentyFourMinutes) {
  sit(40min);
  stay_away(2min);
  sit(1s);
  EXPECT_TRUE(seen<BreakTaken>().empty());
  EXPECT_NEAR(static_cast<double>(sittings.session().count()), 16 * 60'000.0, 8'000);
}

TEST_F(SittingsTest, HalfAMinuteAwayRepaysNothing) {
  sit(40min);
  stay_away(30s);
  sit(1s);
  EXPECT_GE(sittings.session(), 39min + 59s);
}

TEST_F(SittingsTest, TodayStartsAgainAtLocalMidnight) {
  now = Moment{SteadyTime(1h), zone.midnight_after(now.wall) - 10min};
  sit(10min - 1s);
  EXPECT_NEAR(static_cast<double>(sittings.today().count()), 599'000.0, 1'000);
  sit(5min);
  EXPECT_LE(sittings.today(), 5min);
  EXPECT_GE(sittings.session(), 14min);
}

TEST_F(SittingsTest, TodayFollowsTheZoneNotUtc) {
  FixedOffset berlin{1h};
  Sittings in_berlin{berlin, SittingsResume{}};
  // 22:59 UTC is 23:59 in Berlin.
  now = Moment{SteadyTime(1h), zone.midnight_after(now.wall) - 61min};
  for (int i = 0; i < 240; ++i) {
    now = now + 500ms;
    in_berlin.update(true, now, 500ms, thresholds, events);
  }
  EXPECT_LE(in_berlin.today(), 60s);
}

TEST_F(SittingsTest, AnotherZoneMovesMidnightAndTakesNothingOfToday) {
  sit(20min);
  stay_away(1min);
  zone = FixedOffset(2h);
  sittings.move_day(now.wall);
  EXPECT_EQ(sittings.today(), 20min);
  now = Moment{now.steady + 1h, zone.midnight_after(now.wall) - 10min};
  sit(10min - 1s);
  EXPECT_GE(sittings.today(), 29min);
  sit(5min);
  EXPECT_LE(sittings.today(), 5min);
}

TEST_F(SittingsTest, ARestartGoesOnWithTheMorning) {
  SittingsResume resume;
  resume.day = now.wall;
  resume.today = 90min;
  resume.session = 45min;
  resume.away_since = now.wall - 10s;
  Sittings resumed{zone, resume};
  for (int i = 0; i < 120; ++i) {
    now = now + 500ms;
    resumed.update(true, now, 500ms, thresholds, events);
  }
  EXPECT_GE(resumed.today(), 90min + 59s);
  EXPECT_GE(resumed.session(), 45min + 59s);
}

TEST_F(SittingsTest, ARestartAfterABreakForgetsTheSession) {
  SittingsResume resume;
  resume.day = now.wall;
  resume.session = 45min;
  resume.away_since = now.wall - 20min;
  Sittings resumed{zone, resume};
  now = now + 500ms;
  resumed.update(true, now, 500ms, thresholds, events);
  EXPECT_EQ(resumed.session(), 0min);
}

TEST_F(SittingsTest, YesterdaysSittingIsNotTodays) {
  SittingsResume resume;
  resume.day = now.wall - 24h;
  resume.today = 90min;
  Sittings resumed{zone, resume};
  now = now + 500ms;
  resumed.update(true, now, 500ms, thresholds, events);
  EXPECT_EQ(resumed.today(), 0min);
}

TEST_F(SittingsTest, SettingTheClockKeepsWhatWasSatThisMorning) {
  sit(10min);
  now.wall += 24h * 400;
  sit(1min);
  EXPECT_GE(sittings.today(), 10min);
}

TEST_F(SittingsTest, SilenceEndsTheBoutWhereItBegan) {
  sit(10min);
  const Moment last_known = now;
  sittings.interrupt(last_known, events);
  ASSERT_EQ(seen<SittingEnded>().size(), 1u);
  EXPECT_EQ(seen<SittingEnded>().front().end, last_known);
  EXPECT_FALSE(sittings.sitting());
}

TEST_F(SittingsTest, CountsTheShiftsOfEachBout) {
  sit(1min);
  sittings.count_shift();
  sittings.count_shift();
  stay_away(1min);
  sit(1min);
  stay_away(1min);
  ASSERT_EQ(seen<SittingEnded>().size(), 2u);
  EXPECT_EQ(seen<SittingEnded>()[0].shifts, 2u);
  EXPECT_EQ(seen<SittingEnded>()[1].shifts, 0u);
}

}  // namespace chairhub::sittings_test
