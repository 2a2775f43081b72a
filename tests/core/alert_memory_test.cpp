// What the policy learns from how its alerts are taken, and what it still knows
// after the hub was started anew.

#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/alert_story.h"

namespace chairhub::alert_memory_test {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class AlertMemory : public AlertStory {
 protected:
  // One alert that nobody heeds within the time allowed, then its end.
  void ignore_an_alert() {
    while (bend_forward(1s).empty()) continue;
    bend_forward(6min);
    pass(20min);
  }
  void heed_an_alert() {
    while (bend_forward(1s).empty()) continue;
    pass(20min);
  }
  // How long after the last alert the next one comes, if its cause goes on and on.
  Millis next_alert_after() {
    const Moment last = now;
    Millis waited{0};
    while (bend_forward(1s).empty()) waited = now.steady - last.steady;
    return waited;
  }
  void hub_starts_anew(AlertPolicyResume past) {
    policy = AlertPolicy(200, std::move(past));
    exposure = Exposure();
  }
  PastAlert past(Cause cause, Millis ago, bool acted_on) const {
    return {150, cause, now.wall - ago, false, false, acted_on};
  }
};

TEST_F(AlertMemory, AnAlertIsActedOnWhenItsCauseStopsSoonAfter) {
  heed_an_alert();
  ASSERT_THAT(cleared(), SizeIs(1));
  EXPECT_TRUE(cleared().front().acted_on);
}

TEST_F(AlertMemory, AnAlertIsIgnoredWhenItsCauseGoesOn) {
  ignore_an_alert();
  ASSERT_THAT(cleared(), SizeIs(1));
  EXPECT_FALSE(cleared().front().acted_on);
}

TEST_F(AlertMemory, GettingUpIsAnAnswerAlthoughTheBreakTakesLonger) {
  stays = true;
  sitter.session = 59min;
  ASSERT_THAT(pass(2min), SizeIs(1));
  stays = false;
  get_up();
  pass(10min);
  sitter.session = 0min;
  pass(1s);
  ASSERT_THAT(cleared(), SizeIs(1));
  EXPECT_TRUE(cleared().front().acted_on);
}

TEST_F(AlertMemory, AfterThreeIgnoredAlertsTheIntervalDoubles) {
  for (int i = 0; i < 3; ++i) ignore_an_alert();
  EXPECT_THAT(bend_forward(6min), IsEmpty());
  EXPECT_EQ(policy.held(Cause::bent_forward), Held::backed_off);
  const Millis since_last = 6min + 20min + 6min + next_alert_after();
  EXPECT_NEAR(static_cast<double>(since_last / 1s), 40 * 60, 5);
}

TEST_F(AlertMemory, TheIntervalIsNeverLongerThanFourTimesItself) {
  BackOff back_off;
  const Thresholds thresholds;
  std::vector<double> factors;
  for (int ignored = 0; ignored < 13; ++ignored) {
    if (ignored % 3 == 0) factors.push_back(back_off.factor(Cause::static_too_long, thresholds));
    back_off.ignored(Cause::static_too_long);
  }
  EXPECT_THAT(factors, ElementsAre(1, 2, 4, 4, 4));
  EXPECT_EQ(back_off.factor(Cause::bent_forward, thresholds), 1) << "each cause has its own";
}

TEST_F(AlertMemory, OneAlertActedOnBringsTheIntervalBack) {
  for (int i = 0; i < 3; ++i) ignore_an_alert();
  heed_an_alert();
  EXPECT_THAT(bend_forward(6min), SizeIs(1)) << "20 min have passed, and that is enough again";
}

TEST_F(AlertMemory, ARepeatComesLaterToo) {
  for (int i = 0; i < 3; ++i) ignore_an_alert();
  const auto raised = [this] {
    std::vector<Alert> alerts;
    while (alerts.size() < 2)
      for (const Alert& alert : bend_forward(1s)) alerts.push_back(alert);
    return alerts;
  }();
  EXPECT_TRUE(raised[1].is_repeat);
  EXPECT_EQ(raised[1].raised.steady - raised[0].raised.steady, 20min);
}

TEST_F(AlertMemory, AnInterruptedAlertIsNeitherIgnoredNorActedOn) {
  ASSERT_THAT(bend_forward(6min), SizeIs(1));
  exposure.restart();
  policy.interrupt();
  pass(1min);
  EXPECT_THAT(cleared(), IsEmpty());
}

TEST_F(AlertMemory, WaitsBetweenTwoAlertsAlsoAcrossARestart) {
  hub_starts_anew({{past(Cause::bent_forward, 5min, true)}});
  EXPECT_THAT(bend_forward(14min), IsEmpty());
  EXPECT_EQ(policy.held(Cause::bent_forward), Held::same_cause_cooldown);
  EXPECT_THAT(bend_forward(2min), SizeIs(1));
}

TEST_F(AlertMemory, TheLimitOfTheDayHoldsAcrossARestart) {
  settings.thresholds.alerts_per_day = 3;
  settings.thresholds.alerts_per_hour = 12;
  hub_starts_anew({{past(Cause::static_too_long, 9h, true), past(Cause::static_too_long, 7h, true),
                    past(Cause::static_too_long, 3h, true)}});
  EXPECT_THAT(bend_forward(6min), SizeIs(1)) << "it is 08:00: the first one was yesterday";
  pass(30min);
  EXPECT_THAT(bend_forward(6min), IsEmpty());
  EXPECT_EQ(policy.held(Cause::bent_forward), Held::limit_reached);
}

TEST_F(AlertMemory, BackOffHoldsAcrossARestart) {
  hub_starts_anew({{past(Cause::bent_forward, 20h, false), past(Cause::bent_forward, 19h, false),
                    past(Cause::bent_forward, 21min, false)}});
  EXPECT_THAT(bend_forward(6min), IsEmpty());
  EXPECT_EQ(policy.held(Cause::bent_forward), Held::backed_off);
}

TEST_F(AlertMemory, AnOpenAlertGoesOnAfterARestart) {
  sitter.session = 70min;
  hub_starts_anew({{{150, Cause::sitting_too_long, now.wall - 5min, false, true, std::nullopt}}});
  EXPECT_THAT(pass(5min - 2s), IsEmpty());
  EXPECT_EQ(policy.held(Cause::sitting_too_long), Held::already_raised);
  const auto raised = pass(5s);
  ASSERT_THAT(raised, SizeIs(1));
  EXPECT_TRUE(raised.front().is_repeat);
}

TEST_F(AlertMemory, AnOpenAlertWhoseCauseIsGoneIsNotClearedNow) {
  hub_starts_anew({{{150, Cause::sitting_too_long, now.wall - 12h, false, true, std::nullopt}}});
  pass(1min);
  EXPECT_THAT(cleared(), IsEmpty()) << "nobody knows when it ended";
}

TEST_F(AlertMemory, AClockThatWasSetBackMeanwhileMakesTheWaitNoLonger) {
  hub_starts_anew({{past(Cause::bent_forward, -24h, true)}});
  EXPECT_THAT(bend_forward(19min), IsEmpty());
  EXPECT_THAT(bend_forward(2min), SizeIs(1));
}

}  // namespace chairhub::alert_memory_test
