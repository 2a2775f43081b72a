#include "hub/core/held_changes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/alert_story.h"

namespace chairhub::held_changes_test {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

class HeldChangesTest : public AlertStory {
 protected:
  void watch(Millis how_long) {
    for (Millis passed{0}; passed < how_long; passed += 1s) {
      pass(1s);
      changes.update(policy, exposure, settings.thresholds, now, events);
    }
  }
  void watch_bending(Millis how_long) {
    sitter.posture = Posture::bent_forward;
    watch(how_long);
    sitter.posture = Posture::supported;
  }
  std::vector<HeldChanged> told() const {
    std::vector<HeldChanged> all;
    for (const Event& event : events)
      if (const auto* e = std::get_if<HeldChanged>(&event)) all.push_back(*e);
    return all;
  }
  std::vector<Held> reasons() const {
    std::vector<Held> all;
    for (const HeldChanged& change : told()) all.push_back(change.held);
    return all;
  }

  HeldChanges changes;
};

TEST_F(HeldChangesTest, TellsWhatHeldACauseFromWhenOnAndWithWhichNumbers) {
  settings.meeting = true;
  const Moment began = now;
  watch_bending(6min);
  ASSERT_THAT(reasons(), ElementsAre(Held::meeting));
  EXPECT_EQ(told().front().cause, Cause::bent_forward);
  EXPECT_EQ(told().front().at, began + 5min);
  EXPECT_EQ(told().front().minutes, 5);
  EXPECT_EQ(told().front().limit, 5);
}

TEST_F(HeldChangesTest, TellsWhenACauseIsNotDueAnyMore) {
  settings.meeting = true;
  watch_bending(6min);
  watch(10min);
  EXPECT_THAT(reasons(), ElementsAre(Held::meeting, Held::not_due));
}

TEST_F(HeldChangesTest, AnAlertThatWasRaisedHoldsItsCause) {
  watch_bending(6min);
  EXPECT_THAT(reasons(), ElementsAre(Held::already_raised));
}

TEST_F(HeldChangesTest, ToAndFroMakesNoRows) {
  watch_bending(6min);
  events.clear();
  for (int i = 0; i < 10; ++i) {
    watch(10s);
    watch_bending(20s);
  }
  EXPECT_THAT(told(), IsEmpty());
}

TEST_F(HeldChangesTest, CausesComeInTheirOrder) {
  settings.alerts = false;
  sitter.session = 2h;
  sitter.still = 2h;
  watch(1min);
  ASSERT_THAT(reasons(), ElementsAre(Held::alerts_off, Held::alerts_off));
  EXPECT_EQ(told()[0].cause, Cause::sitting_too_long);
  EXPECT_EQ(told()[1].cause, Cause::static_too_long);
}

TEST_F(HeldChangesTest, AnInterruptionEndsWhatWasToldAndNothingElse) {
  settings.alerts = false;
  sitter.session = 2h;
  watch(1min);
  events.clear();
  changes.interrupt(now, events);
  EXPECT_THAT(reasons(), ElementsAre(Held::not_due));
  changes.interrupt(now, events);
  EXPECT_THAT(reasons(), ElementsAre(Held::not_due));
}

TEST_F(HeldChangesTest, AReasonThatDoesNotLastIsNotTold) {
  settings.alerts = false;
  sitter.still = 20min;
  watch(10s);
  sitter.still = 0min;
  watch(10min);
  EXPECT_THAT(told(), IsEmpty());
}

}  // namespace chairhub::held_changes_test
