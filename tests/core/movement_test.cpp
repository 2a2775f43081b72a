#include "hub/core/movement.h"

#include <gtest/gtest.h>

#include "tests/support/moments.h"

namespace chairhub::movement_test {

using namespace std::chrono_literals;

class MovementTest : public testing::Test {
 protected:
  MovementTest() { movement.restart(now.steady); }

  // Sits with this balance; returns the shifts that were counted meanwhile.
  int sit(double left_right, double front_back, Millis how_long) {
    int shifts = 0;
    Balance balance;
    balance.left_right = left_right;
    balance.front_back = front_back;
    for (const SteadyTime end = now.steady + how_long; now.steady < end; now = now + 500ms) {
      last = movement.update(balance, supported, now, thresholds);
      if (!last) continue;
      ++shifts;
      seen = *last;
    }
    return shifts;
  }

  Moment now = morning();
  Thresholds thresholds;
  Movement movement;
  std::optional<bool> supported = true;
  std::optional<Shifted> last;
  Shifted seen{};
};

TEST_F(MovementTest, CountsAMoveThatIsHeld) {
  EXPECT_EQ(sit(0.0, 0.0, 1min), 0);
  EXPECT_EQ(sit(0.15, 0.0, 10s), 1);
  EXPECT_FALSE(seen.large);
}

TEST_F(MovementTest, CountsAMoveToTheFrontAsWell) {
  sit(0.0, 0.0, 1min);
  EXPECT_EQ(sit(0.0, -0.25, 10s), 1);
  EXPECT_TRUE(seen.large);
}

TEST_F(MovementTest, CountsTheBackLeavingTheBackrestAndFindingIt) {
  sit(0.0, 0.0, 8min);
  supported = false;
  EXPECT_EQ(sit(0.01, -0.02, 8min), 1);
  EXPECT_TRUE(seen.large);
  EXPECT_LT(movement.still_for(now.steady), 8min);
  supported = true;
  EXPECT_EQ(sit(0.0, 0.0, 1min), 1);
}

TEST_F(MovementTest, DoesNotCountABackrestThatCannotBeFelt) {
  sit(0.0, 0.0, 1min);
  supported.reset();
  EXPECT_EQ(sit(0.0, 0.0, 1min), 0);
}

TEST_F(MovementTest, DoesNotCountSittingDown) {
  movement.restart(now.steady);
  sit(0.0, 0.15, 1s);
  sit(0.0, 0.08, 1s);
  EXPECT_EQ(sit(0.0, 0.02, 20min), 0);
}

TEST_F(MovementTest, DoesNotCountAPadThatIsTakenOutOrBack) {
  sit(0.0, 0.0, 5min);
  movement.take_place_anew();
  EXPECT_EQ(sit(0.0, 0.3, 15min), 0);
  EXPECT_GE(movement.still_for(now.steady), 20min - 1s);
}

TEST_F(MovementTest, StampsAShiftWithItsBeginning) {
  sit(0.0, 0.0, 1min);
  const Moment moved = now;
  sit(0.2, 0.0, 10s);
  EXPECT_EQ(seen.at, moved);
}

TEST_F(MovementTest, DoesNotCountASwayThatComesBack) {
  sit(0.0, 0.0, 1min);
  EXPECT_EQ(sit(0.3, 0.0, 2s), 0);
  EXPECT_EQ(sit(0.0, 0.0, 1min), 0);
}

TEST_F(MovementTest, DoesNotCountWhatStaysUnderATenth) {
  sit(0.0, 0.0, 1min);
  EXPECT_EQ(sit(0.09, -0.09, 10min), 0);
}

TEST_F(MovementTest, DoesNotCountRestlessFidgeting) {
  sit(0.0, 0.0, 1min);
  int shifts = 0;
  for (int i = 0; i < 30; ++i) shifts += sit(i % 2 == 0 ? 0.2 : -0.2, 0.0, 1s);
  EXPECT_EQ(shifts, 0);
}

TEST_F(MovementTest, KeepsStillUntilTheNextShift) {
  sit(0.0, 0.0, 12min);
  EXPECT_EQ(movement.still_for(now.steady), 12min);
  sit(0.2, 0.0, 10s);
  EXPECT_LT(movement.still_for(now.steady), 10s);
}

TEST_F(MovementTest, ForgetsShiftsAfterAnHour) {
  sit(0.0, 0.0, 1min);
  sit(0.2, 0.0, 1min);
  sit(0.0, 0.0, 1min);
  EXPECT_EQ(movement.shifts_in_last_hour(now.steady), 2u);
  sit(0.0, 0.0, 59min);
  EXPECT_EQ(movement.shifts_in_last_hour(now.steady), 1u);
  sit(0.0, 0.0, 2min);
  EXPECT_EQ(movement.shifts_in_last_hour(now.steady), 0u);
}

}  // namespace chairhub::movement_test
