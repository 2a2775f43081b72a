#include "hub/core/calibration_steps.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/moments.h"

namespace chairhub::calibration_steps_test {

using namespace std::chrono_literals;
using testing::HasSubstr;

class CalibrationStepsTest : public testing::Test {
 protected:
  CalibrationStepsTest()
      : chair{"desk",
              "desk",
              {pad("rear", Zone::seat, 0.0), pad("front", Zone::seat, 1.0), pad("back", Zone::back, 0.5)}} {}

  static Pad pad(std::string name, Zone zone, double y) { return {std::move(name), zone, 0, y, {0, 4095}}; }

  // Holds the chair with these counts for a while.
  void hold(std::int32_t rear, std::int32_t front, std::int32_t back, Millis how_long) {
    for (Millis passed{0}; passed < how_long; passed += 500ms) {
      now = now + 500ms;
      Sample sample;
      sample.at = now;
      sample.elapsed = 500ms;
      sample.pad_count = static_cast<std::uint32_t>(chair.pads.size());
      sample.counts = {rear, front, back};
      sample.present = {true, true, true};
      if (auto done = steps.update(sample)) result = done;
    }
  }
  void leave_empty(Millis how_long = 11s) { hold(20, 20, 10, how_long); }
  void sit_supported() { hold(1800, 1800, 900, 18s); }
  void sit_upright() { hold(2400, 2000, 10, 13s); }
  void bend_forward() { hold(1700, 2100, 10, 13s); }
  void reach_the_upright_step() {
    steps.start(uncalibrated(chair));
    steps.next();
    leave_empty();
    steps.next();
    sit_supported();
  }

  Chair chair;
  Moment now = morning();
  CalibrationSteps steps{chair};
  std::optional<Calibration> result;
};

TEST_F(CalibrationStepsTest, LeadsThroughTheEmptyChairAndSupportedSitting) {
  steps.start(uncalibrated(chair));
  EXPECT_EQ(steps.step(), CalibrationStep::leave_chair);
  steps.next();
  EXPECT_EQ(steps.step(), CalibrationStep::measuring_empty);
  leave_empty();
  EXPECT_EQ(steps.step(), CalibrationStep::sit_supported);
  steps.next();
  sit_supported();
  EXPECT_EQ(steps.step(), CalibrationStep::sit_upright);  // more is offered, and nothing waits for it
  ASSERT_TRUE(result);
  EXPECT_TRUE(result->has_person());
  EXPECT_NEAR(result->pads[0].zero, 20, 1);
}

TEST_F(CalibrationStepsTest, MeasuresUprightSittingAndChecksBendingForWhoeverGoesOn) {
  reach_the_upright_step();
  steps.next();
  sit_upright();
  EXPECT_EQ(steps.step(), CalibrationStep::bend_forward);
  ASSERT_TRUE(result && result->upright);
  EXPECT_GT(result->upright->rear, 1.1);
  steps.next();
  bend_forward();
  EXPECT_EQ(steps.step(), CalibrationStep::done);
  EXPECT_THAT(steps.instruction(), HasSubstr("tells bending forward"));
}

TEST_F(CalibrationStepsTest, WhatWasMeasuredStaysWhenTheRestIsCancelled) {
  reach_the_upright_step();
  ASSERT_TRUE(result);
  steps.cancel();
  EXPECT_EQ(steps.step(), CalibrationStep::done);
}

TEST_F(CalibrationStepsTest, WhoeverDoesNotGoOnHasFinished) {
  reach_the_upright_step();
  hold(1800, 1800, 900, 130s);
  EXPECT_EQ(steps.step(), CalibrationStep::done);
}

TEST_F(CalibrationStepsTest, AnUprightStepThatWentWrongCanBeTriedAgain) {
  reach_the_upright_step();
  result.reset();
  steps.next();
  hold(1800, 1800, 900, 14s);  // still leaning back
  EXPECT_EQ(steps.step(), CalibrationStep::sit_upright);
  EXPECT_THAT(steps.instruction(), HasSubstr("the back was on the backrest"));
  EXPECT_FALSE(result);
  steps.next();
  sit_upright();
  EXPECT_TRUE(result && result->upright);
}

TEST_F(CalibrationStepsTest, BendingThatCannotBeToldIsSaid) {
  reach_the_upright_step();
  steps.next();
  sit_upright();
  steps.next();
  sit_upright();
  EXPECT_EQ(steps.step(), CalibrationStep::bend_forward);
  EXPECT_THAT(steps.instruction(), HasSubstr("told from sitting upright"));
}

TEST_F(CalibrationStepsTest, WithoutABackrestNothingMoreIsOffered) {
  chair.pads.pop_back();
  reach_the_upright_step();
  EXPECT_EQ(steps.step(), CalibrationStep::done);
  EXPECT_TRUE(result);
}

TEST_F(CalibrationStepsTest, MeasuresNothingBeforeThePersonIsReady) {
  steps.start(uncalibrated(chair));
  leave_empty();
  EXPECT_EQ(steps.step(), CalibrationStep::leave_chair);
}

TEST_F(CalibrationStepsTest, SaysHowFarItIs) {
  steps.start(uncalibrated(chair));
  steps.next();
  leave_empty(5s);
  EXPECT_NEAR(steps.progress(), 0.5, 0.06);
}

TEST_F(CalibrationStepsTest, FailsWithAReasonWhenNobodySatDown) {
  steps.start(uncalibrated(chair));
  steps.next();
  leave_empty();
  steps.next();
  leave_empty(20s);
  EXPECT_EQ(steps.step(), CalibrationStep::failed);
  EXPECT_FALSE(result);
  EXPECT_GT(steps.instruction().size(), std::string("The calibration failed: ").size());
}

TEST_F(CalibrationStepsTest, CanBeCancelledAndBegunAnew) {
  steps.start(uncalibrated(chair));
  steps.next();
  leave_empty(3s);
  steps.cancel();
  EXPECT_EQ(steps.step(), CalibrationStep::idle);
  steps.start(uncalibrated(chair));
  steps.next();
  leave_empty();
  steps.next();
  sit_supported();
  EXPECT_TRUE(result);
}

TEST_F(CalibrationStepsTest, EveryStepTellsThePersonWhatToDo) {
  EXPECT_FALSE(steps.instruction().empty());
  steps.start(uncalibrated(chair));
  EXPECT_NE(steps.instruction().find("off the chair"), std::string::npos);
}

}  // namespace chairhub::calibration_steps_test
