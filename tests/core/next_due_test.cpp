// The forecast of the next alert: it has to come true when everything stays as
// it is.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/alert_story.h"

namespace chairhub::next_due_test {

using namespace std::chrono_literals;
using testing::IsEmpty;
using testing::SizeIs;

class NextDueTest : public AlertStory {
 protected:
  // Everything stays as it is, and the alert comes when it was said.
  void comes_true() {
    const auto said = next_due();
    ASSERT_TRUE(said);
    EXPECT_THAT(pass(said->in - 1s), IsEmpty());
    const auto raised = pass(2s);
    ASSERT_THAT(raised, SizeIs(1));
    EXPECT_EQ(raised.front().cause, said->cause);
  }
};

TEST_F(NextDueTest, SaysWhatComesFirstAndInHowLong) {
  stays = true;
  sitter.session = 40min;
  sitter.posture = Posture::bent_forward;
  pass(2min);
  ASSERT_TRUE(next_due());
  EXPECT_EQ(next_due()->cause, Cause::bent_forward);
  EXPECT_EQ(next_due()->in, 3min);
  comes_true();
}

TEST_F(NextDueTest, ForeseesTheCoolDown) {
  bend_forward(6min);
  pass(5min);
  sitter.posture = Posture::bent_forward;
  pass(1min);
  ASSERT_TRUE(next_due());
  EXPECT_GT(next_due()->in, 10min);
  comes_true();
}

TEST_F(NextDueTest, ForeseesTheRepeatAndNothingAfterIt) {
  sitter.posture = Posture::bent_forward;
  pass(6min);
  comes_true();
  EXPECT_NE(next_due()->cause, Cause::bent_forward);
}

TEST_F(NextDueTest, ForeseesTheEndOfASnooze) {
  settings.snoozed_until = now.wall + 30min;
  sitter.posture = Posture::bent_forward;
  pass(1min);
  comes_true();
}

TEST_F(NextDueTest, ForeseesTheEndOfQuietHoursThatHaveNotBegun) {
  settings.quiet_hours = QuietHours{8h + 3min, 9h};
  sitter.posture = Posture::bent_forward;
  pass(1min);
  EXPECT_EQ(next_due()->in, 59min);
  comes_true();
}

TEST_F(NextDueTest, NamesTheMoreImportantOfTwoThatWaitForTheSame) {
  stays = true;
  sitter.session = 40min;
  sitter.posture = Posture::bent_forward;
  settings.snoozed_until = now.wall + 2h;
  pass(1min);
  EXPECT_EQ(next_due()->cause, Cause::sitting_too_long) << "though bending is due earlier";
  comes_true();
}

TEST_F(NextDueTest, ForeseesTheLimitOfTheHour) {
  settings.thresholds.same_cause_cooldown_min = 5;
  settings.thresholds.any_cause_cooldown_min = 1;
  std::size_t alerts = 0;
  while (alerts < 3) {
    alerts += bend_forward(6min).size();
    pass(5min);
  }
  sitter.posture = Posture::bent_forward;
  pass(6min);
  ASSERT_EQ(policy.held(Cause::bent_forward), Held::limit_reached);
  comes_true();
}

TEST_F(NextDueTest, ForeseesTheLimitOfTheDay) {
  now = now + 14h;
  settings.thresholds.alerts_per_day = 1;
  settings.cause_on = {};
  settings.cause_on.at(static_cast<std::size_t>(Cause::bent_forward)) = true;
  bend_forward(6min);
  pass(5min);
  sitter.posture = Posture::bent_forward;
  pass(1min);
  EXPECT_EQ(now.wall + next_due()->in, zone.midnight_after(now.wall));
  comes_true();
}

TEST_F(NextDueTest, NothingIsNextWhileNobodySitsOrNothingIsTold) {
  sitter.session = 20min;
  stays = true;
  pass(1s);
  ASSERT_TRUE(next_due());
  settings.alerts = false;
  EXPECT_FALSE(next_due());
  settings.alerts = true;
  get_up();
  pass(1s);
  EXPECT_FALSE(next_due());
}

TEST_F(NextDueTest, WaitsForTheSensorsToSettle) {
  sitter.since_sat = 10s;
  sitter.posture = Posture::bent_forward;
  pass(1s);
  EXPECT_EQ(next_due()->in, 5min + 20s);
}

}  // namespace chairhub::next_due_test
