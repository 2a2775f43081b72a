#include "hub/core/occupancy.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/moments.h"

namespace chairhub::occupancy_test {

using namespace std::chrono_literals;

class OccupancyTest : public testing::Test {
 protected:
  Presence show(double load, Millis how_long) { return show(load, 0, how_long); }
  // A load that sways by `sway` around it, as people do.
  Presence show(double load, double sway, Millis how_long) {
    for (Millis passed{0}; passed < how_long; passed += 500ms) {
      now = now + 500ms;
      sign = -sign;
      occupancy.update({load + sign * sway, 0, calibrated}, now.steady, thresholds);
    }
    return occupancy.presence();
  }
  Presence sit(Millis how_long = 5s) { return show(1.0, 0.01, how_long); }

  bool calibrated = true;
  double sign = 1;
  Moment now = morning();
  Thresholds thresholds;
  Occupancy occupancy;
};

TEST_F(OccupancyTest, a_chair_is_empty_until_somebody_sits_for_a_second) {
  EXPECT_EQ(show(0.0, 5s), Presence::empty);
  EXPECT_EQ(sit(1s), Presence::empty);
  EXPECT_EQ(sit(1s), Presence::person);
}

TEST_F(OccupancyTest, a_bump_is_nobody) {
  show(1.0, 500ms);
  EXPECT_EQ(show(0.0, 5s), Presence::empty);
}

TEST_F(OccupancyTest, bending_forward_is_not_leaving) {
  sit();
  EXPECT_EQ(show(0.25, 0.005, 2min), Presence::person);
}

TEST_F(OccupancyTest, getting_up_is_seen_within_three_seconds) {
  sit();
  EXPECT_EQ(show(0.0, 1500ms), Presence::person);
  EXPECT_EQ(show(0.0, 1s), Presence::empty);
}

TEST_F(OccupancyTest, lifting_off_for_a_moment_is_not_leaving) {
  sit();
  show(0.05, 1500ms);
  EXPECT_EQ(sit(), Presence::person);
}

TEST_F(OccupancyTest, a_bag_is_an_object) {
  EXPECT_EQ(show(0.2, 15s), Presence::object);
}

TEST_F(OccupancyTest, taking_the_bag_away_leaves_an_empty_chair) {
  show(0.2, 15s);
  EXPECT_EQ(show(0.0, 3s), Presence::empty);
}

TEST_F(OccupancyTest, sitting_down_beside_the_bag_is_a_person) {
  show(0.2, 15s);
  EXPECT_EQ(sit(), Presence::person);
}

TEST_F(OccupancyTest, a_heavy_box_that_keeps_perfectly_still_becomes_an_object) {
  EXPECT_EQ(show(0.8, 10s), Presence::person);
  EXPECT_EQ(show(0.8, 4min), Presence::object);
  EXPECT_EQ(show(0.8, 60min), Presence::object);
}

TEST_F(OccupancyTest, a_heavy_box_on_sensors_that_creep_becomes_an_object) {
  for (int k = 1; k < 2 * 60 * 30; ++k) {
    now = now + 500ms;
    occupancy.update({0.8 + 0.04 * std::log10(k), 0, true}, now.steady, thresholds);
  }
  EXPECT_EQ(occupancy.presence(), Presence::object);
}

TEST_F(OccupancyTest, who_has_moved_once_may_keep_still) {
  sit(3min);
  EXPECT_EQ(show(1.0, 10min), Presence::person);
}

TEST_F(OccupancyTest, a_box_put_down_by_somebody_who_leaves_at_once_is_an_object) {
  sit(3min);
  EXPECT_EQ(show(0.3, 5min), Presence::object);
}

TEST_F(OccupancyTest, the_stillest_person_stays_a_person) {
  sit();
  EXPECT_EQ(show(1.0, 0.0025, 60min), Presence::person);
}

TEST_F(OccupancyTest, what_was_taken_for_an_object_and_moves_is_a_person) {
  show(0.8, 10min);
  ASSERT_EQ(occupancy.presence(), Presence::object);
  EXPECT_EQ(show(0.9, 0.02, 3s), Presence::person);
}

TEST_F(OccupancyTest, noisy_pads_do_not_make_a_person_an_object) {
  for (int k = 0; k < 7200; ++k) {
    now = now + 500ms;
    sign = -sign;
    occupancy.update({1.0 + sign * 0.003, 0.05, true}, now.steady, thresholds);
  }
  EXPECT_EQ(occupancy.presence(), Presence::person);
}

TEST_F(OccupancyTest, without_a_calibration_the_load_is_counted_in_pads) {
  calibrated = false;
  EXPECT_EQ(show(0.35, 0.01, 5s), Presence::empty);
  EXPECT_EQ(show(0.5, 0.01, 5s), Presence::person);
}

TEST_F(OccupancyTest, the_larger_of_seat_and_whole_says_how_full_the_chair_is) {
  Balance b;
  b.seat_of_baseline = 0.3;
  b.total_of_baseline = 0.6;
  EXPECT_DOUBLE_EQ(fullness_of(b).value, 0.6);
  EXPECT_TRUE(fullness_of(b).calibrated);
}

}  // namespace chairhub::occupancy_test
