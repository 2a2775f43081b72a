#include "hub/doctor/rail.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace chairhub::rail_test {

using testing::HasSubstr;
using testing::IsEmpty;

class RailTest : public testing::Test {
 protected:
  RailTest() {
    chair.chair.id = "desk";
    chair.kit.driver = "ads1115";
    for (const double zero : {261.0, 550.0, 540.0, 270.0}) calibration.pads.push_back({zero, 20'000, 2, {}});
    read_all(1.0);
  }
  void read_all(double factor) {
    trial.scans = 10;
    trial.pads.clear();
    for (const PadCalibration& pad : calibration.pads) {
      KitTrial::PadSeen& seen = trial.pads.emplace_back();
      seen.signals[0] = 10;
      seen.counts = 10 * factor * pad.zero;
    }
  }
  Finding only() const { return check_rail(chair, trial, calibration).at(0); }

  ChairConfig chair;
  Calibration calibration;
  KitTrial trial;
};

TEST_F(RailTest, ARailThatStayedIsSteady) {
  EXPECT_EQ(only().name, "rail.steady");
}

TEST_F(RailTest, AllPadsAlikeMeansTheSupply) {
  read_all(0.97);
  EXPECT_EQ(only().name, "rail.moved");
  EXPECT_EQ(only().severity, Severity::note);
  EXPECT_THAT(only().what, HasSubstr("-3.0 %"));
}

TEST_F(RailTest, BeyondWhatARailIsAllowedItIsAWarning) {
  read_all(1.07);
  EXPECT_EQ(only().severity, Severity::warning);
}

TEST_F(RailTest, SomebodyOnTheChairMakesItUnknown) {
  trial.pads[1].counts *= 20;
  EXPECT_FALSE(common_move(trial, calibration));
  EXPECT_THAT(check_rail(chair, trial, calibration), IsEmpty());
}

TEST_F(RailTest, PadsWithoutAnEndOfLineResistorReadNothingThatCouldMove) {
  for (PadCalibration& pad : calibration.pads) pad.zero = 8;
  EXPECT_FALSE(common_move(trial, calibration));
}

TEST_F(RailTest, AConverterThatMeasuresAgainstTheRailCannotTell) {
  chair.kit.driver = "mcp3208";
  EXPECT_THAT(check_rail(chair, trial, calibration), IsEmpty());
}

}  // namespace chairhub::rail_test
