// What keeps alerts away for a while, on somebody's word or because nothing can
// be known, and that it always ends.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/alert_story.h"

namespace chairhub::alert_silence_test {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class AlertSilence : public AlertStory {};

TEST_F(AlertSilence, HoldsBackWhileAMeetingGoesOnAndTellsAfterwards) {
  settings.meeting = true;
  EXPECT_THAT(bend_forward(30min), IsEmpty());
  EXPECT_EQ(policy.held(Cause::bent_forward), Held::meeting);
  settings.meeting = false;
  EXPECT_THAT(causes(bend_forward(2s)), ElementsAre(Cause::bent_forward));
}

TEST_F(AlertSilence, DropsWhatAMeetingHeldWhenItIsOver) {
  settings.meeting = true;
  bend_forward(6min);
  pass(10min);
  settings.meeting = false;
  EXPECT_THAT(pass(10min), IsEmpty());
  EXPECT_EQ(policy.held(Cause::bent_forward), Held::not_due);
}

TEST_F(AlertSilence, QuietHoursHoldByTheClockOnTheWall) {
  settings.quiet_hours = QuietHours{7h, 8h + 30min};  // it is 08:00
  EXPECT_THAT(bend_forward(30min - 1s), IsEmpty());
  EXPECT_EQ(policy.held(Cause::bent_forward), Held::quiet_hours);
  EXPECT_THAT(bend_forward(2s), SizeIs(1));
}

TEST_F(AlertSilence, QuietHoursGoOverMidnight) {
  const QuietHours night{22h, 7h};
  EXPECT_TRUE(night.contains(23h));
  EXPECT_TRUE(night.contains(0h));
  EXPECT_TRUE(night.contains(7h - 1ms));
  EXPECT_FALSE(night.contains(7h));
  EXPECT_FALSE(night.contains(22h - 1ms));
  EXPECT_EQ(night.until_over(23h), 8h);
  EXPECT_EQ(night.until_over(25h), 6h);
  EXPECT_EQ(night.until_over(12h), 0h);
}

TEST_F(AlertSilence, QuietHoursAreTwoTimesOfDay) {
  EXPECT_TRUE((QuietHours{22h, 7h}.is_valid()));
  EXPECT_FALSE((QuietHours{7h, 7h}.is_valid()));
  EXPECT_FALSE((QuietHours{-1min, 7h}.is_valid()));
  EXPECT_FALSE((QuietHours{7h, 24h}.is_valid()));
}

TEST_F(AlertSilence, ADoubtfulBaselineHoldsPostureAlertsButNotTheTimeOnes) {
  situation.baseline_doubted = true;
  stays = true;
  sitter.session = 50min;
  EXPECT_THAT(causes(bend_forward(15min)), ElementsAre(Cause::sitting_too_long));
  EXPECT_EQ(policy.held(Cause::bent_forward), Held::baseline_moved);
}

TEST_F(AlertSilence, AMeetingThatNobodyEndsIsOverAfterFourHours) {
  settings.meeting = true;
  EXPECT_TRUE(end_what_is_over(settings, now.wall));
  EXPECT_EQ(settings.meeting_until, now.wall + 4h);
  EXPECT_FALSE(end_what_is_over(settings, now.wall + 4h - 1s));
  EXPECT_TRUE(settings.meeting);
  EXPECT_TRUE(end_what_is_over(settings, now.wall + 4h));
  EXPECT_FALSE(settings.meeting);
  EXPECT_FALSE(settings.meeting_until);
}

TEST_F(AlertSilence, AnEndedMeetingForgetsItsEnd) {
  settings.meeting_until = now.wall + 1h;
  EXPECT_TRUE(end_what_is_over(settings, now.wall));
  EXPECT_FALSE(settings.meeting_until);
}

TEST_F(AlertSilence, EndsInTimeAlsoWhenTheClockWasSetBack) {
  settings.snoozed_until = now.wall + 1h;
  settings.meeting = true;
  settings.meeting_until = now.wall + 1h;
  const WallTime last_year = now.wall - 365 * 24h;
  EXPECT_TRUE(end_what_is_over(settings, last_year));
  EXPECT_EQ(settings.snoozed_until, last_year + longest_snooze);
  EXPECT_EQ(settings.meeting_until, last_year + 4h);
}

TEST_F(AlertSilence, AClockThatIsSetForwardGrantsNoAlert) {
  ASSERT_THAT(bend_forward(6min), SizeIs(1));
  pass(5min);
  now.wall += 365 * 24h;
  EXPECT_THAT(bend_forward(8min), IsEmpty());
  EXPECT_EQ(policy.held(Cause::bent_forward), Held::same_cause_cooldown);
}

}  // namespace chairhub::alert_silence_test
