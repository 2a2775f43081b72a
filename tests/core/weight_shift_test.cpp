#include "hub/core/weight_shift.h"

#include <gtest/gtest.h>

#include "tests/support/moments.h"

namespace chairhub::weight_shift_test {

using namespace std::chrono_literals;

class WeightShiftsTest : public testing::Test {
 protected:
  WeightShiftsTest() { shifts.restart(now.steady); }

  // Loads of rear left, rear right, front left, front right for a while.
  void sit(std::array<double, 4> load, Millis how_long) {
    Loads loads;
    loads.count = 4;
    for (std::size_t i = 0; i < 4; ++i) {
      loads.load[i] = load[i];
      loads.believed[i] = true;
    }
    for (Millis passed{0}; passed < how_long; passed += 500ms) {
      now = now + 500ms;
      if (shifts.update(loads, now, 500ms, {})) ++seen;
    }
  }
  void sit_still(Millis how_long) { sit({0.4, 0.4, 0.3, 0.3}, how_long); }

  Chair chair{"w",
              "w",
              {{"rl", Zone::seat, -0.3, 0.3, {}},
               {"rr", Zone::seat, 0.3, 0.3, {}},
               {"fl", Zone::seat, -0.5, 0.75, {}},
               {"fr", Zone::seat, 0.5, 0.75, {}}}};
  WeightShifts shifts{chair};
  Moment now = morning();
  int seen = 0;
};

TEST_F(WeightShiftsTest, LeaningFarToASideForAQuarterOfAMinuteIsOne) {
  sit_still(5min);
  sit({0.2, 0.55, 0.15, 0.45}, 20s);
  EXPECT_EQ(seen, 1);
  EXPECT_EQ(shifts.still_for(now.steady), 0ms) << "the relief lasts as long as it is held";
}

TEST_F(WeightShiftsTest, BendingForwardRelievesTheRear) {
  sit_still(5min);
  sit({0.2, 0.2, 0.5, 0.5}, 20s);
  EXPECT_EQ(seen, 1);
}

TEST_F(WeightShiftsTest, AMomentIsNone) {
  sit_still(5min);
  sit({0.2, 0.55, 0.15, 0.45}, 12s);
  sit_still(5min);
  EXPECT_EQ(seen, 0);
  EXPECT_GE(shifts.still_for(now.steady), 10min);
}

TEST_F(WeightShiftsTest, APostureShiftWithoutReliefIsNone) {
  sit_still(5min);
  sit({0.35, 0.45, 0.27, 0.33}, 5min);
  EXPECT_EQ(seen, 0);
}

TEST_F(WeightShiftsTest, OneReliefCountsOnce) {
  sit_still(5min);
  sit({0.2, 0.55, 0.15, 0.45}, 3min);
  EXPECT_EQ(seen, 1);
  sit_still(5min);
  sit({0.55, 0.2, 0.45, 0.15}, 20s);
  EXPECT_EQ(seen, 2);
  EXPECT_EQ(shifts.shifts_in_last_hour(now.steady), 2U);
}

TEST_F(WeightShiftsTest, ANewWayOfSittingBecomesTheUsualOne) {
  sit_still(5min);
  sit({0.25, 0.5, 0.2, 0.4}, 1h);
  EXPECT_EQ(seen, 1);
  EXPECT_GT(shifts.still_for(now.steady), 15min);
}

}  // namespace chairhub::weight_shift_test
