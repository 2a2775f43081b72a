// What kept causes from being told, and how alerts were taken.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/storage/story.h"

namespace chairhub::holds_test {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class HoldsTest : public LogStory {
 protected:
  HoldsTest() { hub_starts(); }

  std::vector<Held> reasons() const {
    std::vector<Held> all;
    for (const LoggedHold& hold : holds()) all.push_back(hold.held);
    return all;
  }
  void clears(std::uint64_t id, bool acted_on) {
    log->append("desk", AlertCleared{id, Cause::static_too_long, now, acted_on});
  }
};

TEST_F(HoldsTest, KeepsWhatHeldACauseSinceWhenUntilWhenAndWithWhichNumbers) {
  held(Held::meeting);
  passes(10min);
  held(Held::not_due);
  commits();
  ASSERT_THAT(holds(), SizeIs(1));
  const LoggedHold hold = holds().front();
  EXPECT_EQ(hold.cause, Cause::static_too_long);
  EXPECT_EQ(hold.held, Held::meeting);
  EXPECT_EQ(hold.start, monday_morning);
  EXPECT_EQ(hold.end, monday_morning + 10min);
  EXPECT_FALSE(hold.is_open);
  EXPECT_EQ(hold.minutes, 15.5);
  EXPECT_EQ(hold.limit, 15);
}

TEST_F(HoldsTest, OneReasonFollowsAnotherAndEachCauseHasItsOwn) {
  held(Held::meeting);
  passes(1min);
  held(Held::snoozed, Cause::bent_forward);
  passes(1min);
  held(Held::already_raised);
  passes(1min);
  held(Held::not_due);
  held(Held::not_due, Cause::bent_forward);
  commits();
  EXPECT_THAT(reasons(), ElementsAre(Held::meeting, Held::snoozed, Held::already_raised));
  EXPECT_EQ(holds()[0].end, monday_morning + 2min);
  EXPECT_EQ(holds()[1].end, monday_morning + 3min);
}

TEST_F(HoldsTest, FindsWhatOverlapsTheRange) {
  held(Held::meeting);
  passes(10min);
  held(Held::not_due);
  commits();
  const auto between = [this](Millis from, Millis to) {
    return reader().holds("desk", {monday_morning + from, monday_morning + to}).value();
  };
  EXPECT_THAT(between(5min, 6min), SizeIs(1));
  EXPECT_THAT(between(10min, 20min), IsEmpty());
  EXPECT_THAT(between(-10min, 0min), IsEmpty());
}

TEST_F(HoldsTest, WhatIsOpenEndsWithTheHub) {
  held(Held::meeting);
  passes(10min);
  hub_stops();
  ASSERT_THAT(holds(), SizeIs(1));
  EXPECT_FALSE(holds().front().is_open);
  EXPECT_EQ(holds().front().end, monday_morning + 10min);
}

TEST_F(HoldsTest, AJumpOfTheClockMakesNoneLonger) {
  held(Held::meeting);
  clock_is_set_by(3h);
  passes(10min);
  held(Held::not_due);
  commits();
  EXPECT_EQ(holds().front().end - holds().front().start, 10min);
}

TEST_F(HoldsTest, MovesWithTheClockThatIsSet) {
  machine_boots_again(1h);
  hub_starts(false);
  const WallTime wrong = now.wall;
  held(Held::meeting);
  passes(10min);
  held(Held::not_due);
  clock_is_set_by(5h);
  commits();
  EXPECT_EQ(holds().front().start, wrong + 5h);
  EXPECT_EQ(holds().front().end, wrong + 5h + 10min);
}

TEST_F(HoldsTest, KnowsWhetherAnAlertWasActedOn) {
  alerts(1);
  passes(2min);
  clears(1, true);
  alerts(2);
  passes(20min);
  clears(2, false);
  commits();
  EXPECT_EQ(logged_alerts()[0].acted_on, true);
  EXPECT_EQ(logged_alerts()[1].acted_on, false);
}

TEST_F(HoldsTest, AnAlertEndsWithItsRepeatAndWasIgnored) {
  alerts(1);
  alerts(2, Cause::bent_forward);
  passes(10min);
  Alert again = alert_of(3, Cause::static_too_long, now);
  again.is_repeat = true;
  log->append("desk", again);
  passes(1min);
  clears(3, true);
  commits();
  EXPECT_EQ(logged_alerts()[0].cleared, now.wall);
  EXPECT_EQ(logged_alerts()[0].acted_on, false);
  EXPECT_EQ(logged_alerts()[1].cleared, std::nullopt) << "another cause";
  EXPECT_EQ(logged_alerts()[2].acted_on, true);
}

TEST_F(HoldsTest, TellsThePolicyOfPastAlerts) {
  for (std::uint64_t id = 1; id <= 101; ++id) alerts(id);
  clears(100, false);
  commits();
  const auto past = reader().past_alerts("desk").value();
  ASSERT_THAT(past, SizeIs(100));
  EXPECT_EQ(past.front().id, 2u);
  EXPECT_EQ(past[98].acted_on, false);
  EXPECT_FALSE(past[98].is_open);
  EXPECT_EQ(past.back().id, 101u);
  EXPECT_EQ(past.back().cause, Cause::static_too_long);
  EXPECT_EQ(past.back().raised, now.wall);
  EXPECT_TRUE(past.back().is_open);
}

}  // namespace chairhub::holds_test
