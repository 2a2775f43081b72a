#include "hub/service/story.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/core/coach.h"
#include "tests/support/moments.h"

namespace chairhub::story_test {

using testing::HasSubstr;

class StoryTest : public testing::Test {
 protected:
  Chair chair{"desk", "Desk", {{"seat_rl", Zone::seat, 0, 0, {0, 4095}}}};
};

TEST_F(StoryTest, TellsAnAlertWithWhatHelps) {
  Alert alert;
  alert.cause = Cause::bent_forward;
  alert.raised = morning();
  alert.text = "Bent forward for 6 min; the limit is 5.";
  alert.advice = advice_for({alert.cause, true, false, {}}, {}, {}, Language::english);
  const std::string told = tell(chair, Event(alert)).value();
  EXPECT_THAT(told, HasSubstr("desk: ALERT bent_forward: Bent forward for 6 min"));
  EXPECT_THAT(told, HasSubstr("Move the chair closer"));
  EXPECT_THAT(told, HasSubstr("Back extension"));
}

TEST_F(StoryTest, NamesThePadThatIsInTrouble) {
  PadStatusChanged change;
  change.now.status = PadStatus::stuck;
  change.now.reason = "has not moved";
  EXPECT_THAT(tell(chair, Event(change)).value(), HasSubstr("pad seat_rl is stuck: has not moved"));
}

TEST_F(StoryTest, DoesNotTellEveryShiftAndMinute) {
  EXPECT_FALSE(tell(chair, Event(Shifted{})));
  EXPECT_FALSE(tell(chair, Event(Minute{})));
}

}  // namespace chairhub::story_test
