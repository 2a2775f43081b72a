#include "hub/core/calibration_steps.h"

#include <gtest/gtest.h>

#include "tests/support/moments.h"

namespace chairhub {
namespace {

using namespace std::chrono_literals;

class CalibrationStepsTest : public testing::Test {
 protected:
  CalibrationStepsTest()
      : chair{"desk",
              "desk",
              {pad("left", Zone::seat, -0.3), pad("right", Zone::seat, 0.3), pad("back", Zone::back, 0)}} {}

  static Pad pad(std::string name, Zone zone, double x) { return {std::move(name), zone, x, 0.5, {0, 4095}}; }

  // Holds the chair with these counts for a while.
  void hold(std::int32_t seat, std::int32_t back, Millis how_long) {
    for (Millis passed{0}; passed < how_long; passed += 500ms) {
      now = now + 500ms;
      Sample sample;
      sample.at = now;
      sample.elapsed = 500ms;
      sample.pad_count = 3;
      sample.counts = {seat, seat, back};
      sample.present = {true, true, true};
      if (auto done = steps.update(sample)) result = done;
    }
  }
  void leave_empty() { hold(20, 10, 11s); }
  void sit_supported() { hold(1800, 900, 20s); }

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
  EXPECT_EQ(steps.step(), CalibrationStep::done);
  ASSERT_TRUE(result);
  EXPECT_TRUE(result->has_person());
  EXPECT_NEAR(result->pads[0].zero, 20, 1);
}

TEST_F(CalibrationStepsTest, MeasuresNothingBeforeThePersonIsReady) {
  steps.start(uncalibrated(chair));
  leave_empty();
  EXPECT_EQ(steps.step(), CalibrationStep::leave_chair);
}

TEST_F(CalibrationStepsTest, SaysHowFarItIs) {
  steps.start(uncalibrated(chair));
  steps.next();
  hold(20, 10, 5s);
  EXPECT_NEAR(steps.progress(), 0.5, 0.06);
}

TEST_F(CalibrationStepsTest, FailsWithAReasonWhenNobodySatDown) {
  steps.start(uncalibrated(chair));
  steps.next();
  leave_empty();
  steps.next();
  hold(20, 10, 20s);
  EXPECT_EQ(steps.step(), CalibrationStep::failed);
  EXPECT_FALSE(result);
  EXPECT_GT(steps.instruction().size(), std::string("The calibration failed: ").size());
}

TEST_F(CalibrationStepsTest, CanBeCancelledAndBegunAnew) {
  steps.start(uncalibrated(chair));
  steps.next();
  hold(20, 10, 3s);
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

}  // namespace
}  // namespace chairhub
