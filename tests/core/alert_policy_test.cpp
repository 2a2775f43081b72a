#include "hub/core/alert_policy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/alert_story.h"

namespace chairhub::alert_policy_test {

using namespace std::chrono_literals;
using testing::ElementsAre;

class AlertPolicyTest : public AlertStory {};

TEST_F(AlertPolicyTest, RaisesOneAlertWhenACauseHasLasted) {
  const auto raised = bend_forward(6min);
  ASSERT_THAT(causes(raised), ElementsAre(Cause::bent_forward));
  EXPECT_EQ(raised.front().id, 101u);
  EXPECT_NEAR(raised.front().minutes, 5, 0.1);
}

TEST_F(AlertPolicyTest, RepeatsOnceThenIsSilentUntilTheCauseEnds) {
  const auto raised = bend_forward(3h);
  ASSERT_EQ(raised.size(), 2u);
  EXPECT_FALSE(raised[0].is_repeat);
  EXPECT_TRUE(raised[1].is_repeat);
  EXPECT_EQ(policy.held(Cause::bent_forward), Held::already_repeated);
}

TEST_F(AlertPolicyTest, DoesNotNagSomebodyWhoHasJustSatUp) {
  settings.snoozed_until = now.wall + 6min;
  bend_forward(6min - 1s);
  EXPECT_TRUE(pass(30s).empty()) << "enough has built up, but it is over";
  EXPECT_EQ(policy.held(Cause::bent_forward), Held::recovering);
}

TEST_F(AlertPolicyTest, SaysWhenTheCauseHasEnded) {
  const auto raised = bend_forward(6min);
  pass(10min);
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(std::get<AlertCleared>(events.front()).id, raised.front().id);
}

TEST_F(AlertPolicyTest, WaitsBetweenTwoAlertsOfOneCause) {
  bend_forward(6min);
  pass(5min);  // it ends
  EXPECT_TRUE(bend_forward(8min).empty());
  EXPECT_EQ(policy.held(Cause::bent_forward), Held::same_cause_cooldown);
  EXPECT_EQ(bend_forward(7min).size(), 1u);
}

TEST_F(AlertPolicyTest, GettingUpWinsWhenSeveralAreDue) {
  sitter.session = 60min;
  sitter.still = 20min;
  const auto raised = pass(1s);
  ASSERT_THAT(causes(raised), ElementsAre(Cause::sitting_too_long));
  EXPECT_THAT(raised.front().also_due, ElementsAre(Cause::static_too_long));
  EXPECT_TRUE(pass(9min).empty()) << "the other one waits for its turn";
}

TEST_F(AlertPolicyTest, NeverMoreThanThreeAnHour) {
  settings.thresholds.same_cause_cooldown_min = 5;
  settings.thresholds.any_cause_cooldown_min = 1;
  std::vector<Moment> raised;
  for (int i = 0; i < 20; ++i) {
    for (const Alert& alert : bend_forward(6min)) raised.push_back(alert.raised);
    pass(5min);
  }
  ASSERT_GT(raised.size(), 6u);
  for (std::size_t i = 3; i < raised.size(); ++i) EXPECT_GE(raised[i].steady - raised[i - 3].steady, 1h);
}

TEST_F(AlertPolicyTest, NeverMoreThanTwelveADayAndAgainTheNextDay) {
  settings.thresholds.same_cause_cooldown_min = 5;
  std::size_t today = 0;
  std::size_t tomorrow = 0;
  const WallTime midnight = zone.midnight_after(now.wall);
  while (now.wall < midnight) {
    for (const Alert& alert : bend_forward(6min)) ++(alert.raised.wall < midnight ? today : tomorrow);
    pass(5min);
  }
  for (int i = 0; i < 3; ++i) {
    tomorrow += bend_forward(6min).size();
    pass(5min);
  }
  EXPECT_EQ(today, 12u);
  EXPECT_GE(tomorrow, 1u);
}

TEST_F(AlertPolicyTest, IsSilentWhileSnoozedAndSpeaksAfterwards) {
  settings.snoozed_until = now.wall + 30min;
  EXPECT_TRUE(bend_forward(30min - 2s).empty());
  EXPECT_EQ(policy.held(Cause::bent_forward), Held::snoozed);
  EXPECT_EQ(bend_forward(5s).size(), 1u);
}

TEST_F(AlertPolicyTest, IsSilentWhenSwitchedOff) {
  settings.alerts = false;
  EXPECT_TRUE(bend_forward(1h).empty());
  EXPECT_EQ(policy.held(Cause::bent_forward), Held::alerts_off);
}

TEST_F(AlertPolicyTest, AsymmetryIsOffByDefault) {
  sitter.asymmetry = 0.25;
  EXPECT_TRUE(pass(1h).empty());
  EXPECT_EQ(policy.held(Cause::asymmetric), Held::cause_off);
  settings.cause_on[static_cast<std::size_t>(Cause::asymmetric)] = true;
  EXPECT_THAT(causes(pass(1s)), ElementsAre(Cause::asymmetric));
}

TEST_F(AlertPolicyTest, AFaultHoldsPostureAlertsButNotTheTimeOnes) {
  situation.posture_trusted = false;
  stays = true;
  sitter.session = 50min;
  EXPECT_THAT(causes(bend_forward(15min)), ElementsAre(Cause::sitting_too_long));
  EXPECT_EQ(policy.held(Cause::bent_forward), Held::sensor_fault);
}

TEST_F(AlertPolicyTest, DoesNotTalkToAnEmptyChair) {
  sitter.session = 61min;
  situation.occupied = false;
  EXPECT_TRUE(pass(1min).empty());
  EXPECT_EQ(policy.held(Cause::sitting_too_long), Held::chair_empty);
}

}  // namespace chairhub::alert_policy_test
