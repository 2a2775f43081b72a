#include "hub/core/balance.h"

#include <gtest/gtest.h>

#include "hub/core/calibration.h"

namespace chairhub::balance_test {

class BalanceTest : public testing::Test {
 protected:
  static Chair four_and_a_back() {
    Chair chair;
    chair.pads = {{"rl", Zone::seat, -0.5, 0.3, {}},
                  {"rr", Zone::seat, 0.5, 0.3, {}},
                  {"fl", Zone::seat, -0.5, 0.8, {}},
                  {"fr", Zone::seat, 0.5, 0.8, {}},
                  {"back", Zone::back, 0, 0.5, {}}};
    return chair;
  }
  void load(double rl, double rr, double fl, double fr, double back) {
    loads.count = 5;
    loads.load = {rl, rr, fl, fr, back};
    for (std::size_t i = 0; i < 5; ++i) loads.believed[i] = true;
  }
  void calibrate(double rl, double rr, double fl, double fr, double back) {
    const double own[] = {rl, rr, fl, fr, back};
    for (std::size_t i = 0; i < 5; ++i) calibration.pads[i].supported = own[i];
    calibration.supported = Baseline{};
  }
  Balance weigh() const { return Scales(chair).weigh(loads, calibration); }

  Chair chair = four_and_a_back();
  Calibration calibration = uncalibrated(chair);
  Loads loads;
};

TEST_F(BalanceTest, an_empty_chair_has_no_load_and_is_in_balance) {
  load(0, 0, 0, 0, 0);
  const Balance b = weigh();
  EXPECT_EQ(b.seat_total, 0);
  EXPECT_EQ(b.left_right, 0);
  EXPECT_EQ(b.front_back, 0);
  EXPECT_EQ(b.back_share, 0);
  EXPECT_FALSE(b.seat_of_baseline);
}

TEST_F(BalanceTest, totals_and_shares_are_sums_of_loads) {
  load(0.2, 0.2, 0.1, 0.1, 0.2);
  EXPECT_DOUBLE_EQ(weigh().seat_total, 0.6);
  EXPECT_DOUBLE_EQ(weigh().back_total, 0.2);
  EXPECT_DOUBLE_EQ(weigh().back_share, 0.25);
}

TEST_F(BalanceTest, left_is_negative_right_is_positive_rear_is_negative) {
  load(0.3, 0.1, 0.3, 0.1, 0);
  EXPECT_DOUBLE_EQ(weigh().left_right, -0.5);
  EXPECT_LT(weigh().cop_x, 0);
  load(0.1, 0.1, 0.3, 0.3, 0);
  EXPECT_DOUBLE_EQ(weigh().front_back, 0.5);
}

TEST_F(BalanceTest, everything_is_one_when_sitting_as_calibrated) {
  calibrate(0.3, 0.2, 0.1, 0.2, 0.4);
  load(0.3, 0.2, 0.1, 0.2, 0.4);
  const Balance b = weigh();
  EXPECT_DOUBLE_EQ(*b.seat_of_baseline, 1);
  EXPECT_DOUBLE_EQ(*b.back_of_baseline, 1);
  EXPECT_DOUBLE_EQ(*b.total_of_baseline, 1);
  EXPECT_DOUBLE_EQ(*b.rear_of_baseline, 1);
  EXPECT_DOUBLE_EQ(*b.front_of_baseline, 1);
  EXPECT_DOUBLE_EQ(b.lean, 0);
}

TEST_F(BalanceTest, forces_tell_on_nearly_full_pads_what_loads_hardly_show) {
  calibrate(0.90, 0.90, 0.5, 0.5, 0.4);
  load(0.95, 0.95, 0.5, 0.5, 0);
  EXPECT_LT(*weigh().rear_of_baseline, 1.06);
  EXPECT_GT(*weigh().rear_force_of_baseline, 1.3);
  EXPECT_GT(*weigh().seat_force_of_baseline, 1.2);
}

TEST_F(BalanceTest, front_and_rear_are_told_by_this_seats_own_pads) {
  calibrate(0.2, 0.2, 0.2, 0.2, 0.2);
  load(0.1, 0.1, 0.4, 0.4, 0.2);
  EXPECT_DOUBLE_EQ(*weigh().rear_of_baseline, 0.5);
  EXPECT_DOUBLE_EQ(*weigh().front_of_baseline, 2);
}

TEST_F(BalanceTest, a_pad_that_is_not_believed_is_missing_from_the_baseline_too) {
  calibrate(0.2, 0.2, 0.2, 0.2, 0.2);
  load(0.2, 0.9, 0.2, 0.2, 0.2);
  loads.believed[1] = false;
  EXPECT_DOUBLE_EQ(*weigh().seat_of_baseline, 1);
  EXPECT_DOUBLE_EQ(*weigh().rear_of_baseline, 1);
}

TEST_F(BalanceTest, a_lost_pad_does_not_tip_the_balance_to_its_mirror_image) {
  load(0.2, 0.2, 0.2, 0.2, 0);
  loads.believed[1] = false;
  EXPECT_DOUBLE_EQ(weigh().left_right, 0);
}

TEST_F(BalanceTest, a_person_who_leaves_the_backrest_alone_gives_it_no_measure) {
  calibrate(0.3, 0.3, 0.2, 0.2, 0.001);
  load(0.3, 0.3, 0.2, 0.2, 0.1);
  EXPECT_FALSE(weigh().back_of_baseline);
}

TEST_F(BalanceTest, lean_is_as_wide_on_pads_that_are_nearly_full) {
  calibrate(0.9, 0.9, 0.9, 0.9, 0.5);
  load(0.6, 0.95, 0.6, 0.95, 0.5);
  const Balance full = weigh();
  EXPECT_LT(full.left_right, 0.25);
  EXPECT_GT(full.lean, 0.5);
}

TEST_F(BalanceTest, a_chair_without_mirrored_pads_still_has_a_left_and_a_right) {
  chair.pads = {{"l", Zone::seat, -0.9, 0.2, {}}, {"r", Zone::seat, 0.3, 0.9, {}}};
  calibration = uncalibrated(chair);
  loads.count = 2;
  loads.load = {0.1, 0.9};
  loads.believed[0] = loads.believed[1] = true;
  EXPECT_GT(weigh().left_right, 0);
}

}  // namespace chairhub::balance_test
