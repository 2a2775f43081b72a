#include "hub/core/zero_keeper.h"

#include <gtest/gtest.h>

#include "tests/support/moments.h"

namespace chairhub::zero_keeper_test {

using namespace std::chrono_literals;

class ZeroKeeperTest : public testing::Test {
 protected:
  ZeroKeeperTest() {
    const CountRange range{0, 4000};
    chair.pads = {{"a", Zone::seat, -0.3, 0.3, range}, {"b", Zone::seat, 0.3, 0.3, range}};
    calibration = uncalibrated(chair);
    reports.resize(2);
  }

  // The chair stands there, its pads reading these counts.
  void stand_empty(std::array<std::int32_t, 2> counts, Millis how_long, bool is_empty = true) {
    for (Millis passed{0}; passed < how_long; passed += 500ms) {
      now = now + 500ms;
      Sample sample;
      sample.at = now;
      sample.elapsed = 500ms;
      sample.pad_count = 2;
      for (std::size_t i = 0; i < 2; ++i) {
        sample.counts[i] = counts[i];
        sample.present[i] = true;
      }
      for (const auto& [pad, zero] : keeper.update(sample, is_empty, reports, calibration, {}, events))
        calibration.pads[pad].zero = zero;
    }
  }
  void sit(Millis how_long) { stand_empty({2000, 2000}, how_long, false); }
  double zero(std::size_t pad) const { return calibration.pads[pad].zero; }

  Chair chair{"desk", "desk", {}};
  Calibration calibration;
  std::vector<PadReport> reports;
  ZeroKeeper keeper{chair};
  Moment now = morning();
  std::vector<Event> events;
};

TEST_F(ZeroKeeperTest, FollowsASlowDriftOfTheEmptyChair) {
  for (std::int32_t drift = 0; drift <= 200; drift += 10) stand_empty({drift, drift}, 20min);
  EXPECT_NEAR(zero(0), 200, 10);
  EXPECT_EQ(calibration.pads[0].span, 4000) << "only the zero moves";
  EXPECT_NEAR(zero_drift(chair.pads[0], calibration.pads[0]), 0.05, 0.003);
}

TEST_F(ZeroKeeperTest, TellsOnlyWhatHasMovedFarEnough) {
  for (std::int32_t drift = 0; drift <= 200; drift += 10) stand_empty({drift, 0}, 20min);
  EXPECT_GE(events.size(), 3U);
  EXPECT_LE(events.size(), 5U);
  for (const Event& event : events) EXPECT_EQ(std::get<ZeroMoved>(event).pad, 0U);
}

TEST_F(ZeroKeeperTest, NeverLearnsWhatHasComeInAJump) {
  stand_empty({0, 0}, 10min);
  stand_empty({200, 0}, 24h);
  EXPECT_NEAR(zero(0), 0, 1);
  ASSERT_TRUE(keeper.rest());
  EXPECT_NEAR(keeper.rest()->at(0).value_or(0), 0.05, 0.001);
}

TEST_F(ZeroKeeperTest, AThingOnOnePadKeepsTheOthersFromBeingLearned) {
  stand_empty({200, 20}, 1h);
  EXPECT_EQ(zero(1), 0);
}

TEST_F(ZeroKeeperTest, LearnsNothingRightAfterTheStartNorAfterSomebodyGotUp) {
  stand_empty({20, 20}, 80s);
  EXPECT_EQ(zero(0), 0);
  sit(10min);
  stand_empty({20, 20}, 80s);
  EXPECT_EQ(zero(0), 0);
  stand_empty({20, 20}, 30s);
  EXPECT_GT(zero(0), 0);
}

TEST_F(ZeroKeeperTest, LearnsNothingWhileThePadsAreNotStill) {
  for (int i = 0; i < 600; ++i) stand_empty({i % 2 == 0 ? 0 : 60, 20}, 500ms);
  EXPECT_EQ(zero(1), 0);
  EXPECT_FALSE(keeper.rest());
}

TEST_F(ZeroKeeperTest, IsNoFasterThanItMayBe) {
  stand_empty({39, 39}, 91s);
  EXPECT_NEAR(zero(0), 0.06 / 120 * 4000, 0.2) << "one look of half a minute";
}

TEST_F(ZeroKeeperTest, StopsWhereTheCalibrationWouldBeInDoubt) {
  for (std::int32_t drift = 0; drift <= 600; drift += 10) stand_empty({drift, 0}, 20min);
  EXPECT_LE(zero(0), 400);
  ASSERT_TRUE(keeper.rest());
  EXPECT_GT(keeper.rest()->at(0).value_or(0), 0.01);
}

TEST_F(ZeroKeeperTest, AFaultyPadIsNoHindrance) {
  reports[0].status = PadStatus::stuck;
  stand_empty({3000, 20}, 10min);
  EXPECT_EQ(zero(0), 0);
  EXPECT_NEAR(zero(1), 20, 1);
}

TEST_F(ZeroKeeperTest, AnInvertedPadIsFollowedTheSameWay) {
  chair.pads[0].range = {4000, 0};
  calibration = uncalibrated(chair);
  stand_empty({3980, 0}, 10min);
  EXPECT_NEAR(zero(0), 3980, 1);
}

}  // namespace chairhub::zero_keeper_test
