#include "hub/core/posture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/core/units.h"

namespace chairhub::posture_test {

using namespace std::chrono_literals;
using testing::HasSubstr;

class PostureTest : public testing::Test {
 protected:
  PostureTest() { as_when_supported(); }

  void as_when_supported() {
    balance = {};
    balance.seat_of_baseline = balance.total_of_baseline = balance.back_of_baseline = 1;
    balance.rear_of_baseline = balance.front_of_baseline = 1;
    balance.seat_force_of_baseline = balance.rear_force_of_baseline = 1;
  }
  void sit(double back, double seat, double rear) {
    balance.back_of_baseline = back;
    balance.seat_of_baseline = seat;
    balance.rear_of_baseline = rear;
    balance.seat_force_of_baseline = seat;
    balance.rear_force_of_baseline = rear;
  }
  const Stance& hold(Millis how_long = 1s) {
    for (Millis passed{0}; passed < how_long; passed += 500ms) judge.update(balance, has_back, true, 500ms, thresholds);
    return judge.stance();
  }
  void sit_upright_without_support(Millis how_long = 2min) {
    sit(0, 1.5, 1.5);
    hold(how_long);
  }

  bool has_back = true;
  Balance balance;
  Thresholds thresholds;
  PostureJudge judge;
};

TEST_F(PostureTest, as_when_calibrated_is_supported) {
  EXPECT_EQ(hold().posture, Posture::supported);
  EXPECT_EQ(judge.stance().supported, true);
  EXPECT_EQ(judge.stance().lean, Lean::none);
}

TEST_F(PostureTest, a_free_back_is_unsupported) {
  sit(0, 1.3, 1.3);
  EXPECT_EQ(hold().posture, Posture::unsupported_upright);
  EXPECT_EQ(judge.stance().supported, false);
}

TEST_F(PostureTest, support_has_hysteresis) {
  sit(0.12, 1.2, 1.2);
  EXPECT_EQ(hold().supported, false);
  sit(0.16, 1.2, 1.2);
  EXPECT_EQ(hold().supported, true);
  sit(0.12, 1.2, 1.2);
  EXPECT_EQ(hold().supported, true);
  sit(0.09, 1.2, 1.2);
  EXPECT_EQ(hold().supported, false);
}

TEST_F(PostureTest, less_at_the_rear_than_in_own_upright_sitting_is_bent_forward) {
  sit_upright_without_support();
  ASSERT_EQ(judge.stance().posture, Posture::unsupported_upright);
  sit(0, 1.4, 1.25);  // more than when supported, and still bent
  EXPECT_EQ(hold().posture, Posture::bent_forward);
  EXPECT_TRUE(judge.stance().forward);
}

TEST_F(PostureTest, bending_with_the_weight_on_the_feet_is_bent_forward) {
  sit_upright_without_support();
  sit(0, 1.0, 1.5);
  EXPECT_EQ(hold().posture, Posture::bent_forward);
}

TEST_F(PostureTest, what_is_upright_is_not_learned_from_bending) {
  sit_upright_without_support();
  sit(0, 1.2, 1.0);
  EXPECT_EQ(hold(60min).posture, Posture::bent_forward);
}

TEST_F(PostureTest, own_upright_sitting_is_remembered_through_breaks) {
  sit_upright_without_support();
  judge.begin_sitting();
  sit(0, 1.3, 1.2);
  EXPECT_EQ(hold().posture, Posture::bent_forward);
}

TEST_F(PostureTest, another_person_is_not_judged_by_the_last_one) {
  sit_upright_without_support();
  judge.begin_person({});
  sit(0, 1.2, 1.1);
  EXPECT_EQ(hold().posture, Posture::unsupported_upright);
}

TEST_F(PostureTest, a_measured_upright_level_tells_bending_at_the_first_sitting) {
  judge.begin_person(UprightLevel{1.5, 1.5});
  sit(0, 1.4, 1.25);
  EXPECT_EQ(hold().posture, Posture::bent_forward);
}

TEST_F(PostureTest, sitting_down_lighter_or_heavier_is_not_bending) {
  sit_upright_without_support();
  sit(0, 1.32, 1.32);
  EXPECT_EQ(hold().posture, Posture::unsupported_upright);
  sit(0, 1.7, 1.7);
  EXPECT_EQ(hold().posture, Posture::unsupported_upright);
}

TEST_F(PostureTest, as_much_load_further_forward_is_bent_forward) {
  sit_upright_without_support();
  sit(0, 1.6, 1.25);
  EXPECT_EQ(hold().posture, Posture::bent_forward);
}

TEST_F(PostureTest, whoever_perches_on_the_front_edge_is_not_bent_for_it) {
  sit_upright_without_support();
  sit(0, 1.4, 0.1);
  EXPECT_EQ(hold(10min).posture, Posture::unsupported_upright);
  EXPECT_NEAR(judge.upright()->rear, 1.5, 0.02);  // the rear that is not sat on teaches nothing
  sit(0, 0.9, 0.1);
  EXPECT_EQ(hold().posture, Posture::bent_forward);  // but the feet or a desk carrying so much do show
}

TEST_F(PostureTest, what_was_learned_can_be_read) {
  EXPECT_FALSE(judge.upright());
  sit_upright_without_support();
  ASSERT_TRUE(judge.upright());
  EXPECT_NEAR(judge.upright()->rear, 1.5, 0.02);
  EXPECT_NEAR(judge.upright()->total, 1.5, 0.02);
}

TEST_F(PostureTest, a_stranger_is_bent_forward_only_when_the_rear_is_clearly_unloaded) {
  sit(0, 1.0, 0.8);
  EXPECT_EQ(hold().posture, Posture::unsupported_upright);
  judge.begin_person({});
  sit(0, 1.0, 0.5);
  EXPECT_EQ(hold().posture, Posture::bent_forward);
}

TEST_F(PostureTest, leaning_back_is_never_bent_forward) {
  sit_upright_without_support();
  sit(0.5, 0.9, 0.9);
  EXPECT_FALSE(hold().forward);
}

TEST_F(PostureTest, an_unloaded_rear_with_a_loaded_back_is_slumped) {
  sit(1.2, 0.7, 0.05);
  EXPECT_EQ(hold().posture, Posture::slumped);
  EXPECT_EQ(judge.stance().supported, true);
}

TEST_F(PostureTest, hanging_over_an_armrest_is_not_slumped) {
  sit(0.5, 0.7, 0.05);
  balance.lean = -0.8;
  EXPECT_EQ(hold().posture, Posture::supported);
  EXPECT_EQ(judge.stance().lean, Lean::left);
}

TEST_F(PostureTest, leaning_is_against_the_own_balance_and_has_hysteresis) {
  balance.lean = 0.30;
  EXPECT_EQ(hold().lean, Lean::none);
  balance.lean = 0.40;
  EXPECT_EQ(hold().lean, Lean::right);
  balance.lean = 0.30;
  EXPECT_EQ(hold().lean, Lean::right);
  balance.lean = -0.40;
  EXPECT_EQ(hold().lean, Lean::left);
}

TEST_F(PostureTest, without_a_backrest_it_says_that_it_cannot_tell) {
  has_back = false;
  EXPECT_EQ(hold().posture, Posture::unknown);
  EXPECT_FALSE(judge.stance().supported);
  EXPECT_THAT(judge.why(balance), HasSubstr("cannot be told"));
}

TEST_F(PostureTest, without_a_calibration_the_backs_share_decides) {
  balance = {};
  balance.back_share = 0.10;
  EXPECT_EQ(hold().posture, Posture::supported);
  balance.back_share = 0.02;
  EXPECT_EQ(hold().posture, Posture::unsupported_upright);
}

TEST_F(PostureTest, half_a_second_on_the_way_is_no_posture) {
  hold();
  sit(0, 1.3, 1.3);
  EXPECT_EQ(hold(500ms).posture, Posture::supported);
  sit(1, 1, 1);
  EXPECT_EQ(hold().posture, Posture::supported);
}

TEST_F(PostureTest, without_a_calibration_a_lean_is_one_from_the_own_middle) {
  balance = {};
  balance.back_share = 0.3;
  balance.lean = -0.5;  // this person, or this chair, is like that
  EXPECT_EQ(hold(30s).lean, Lean::none);
  balance.lean = -0.95;
  EXPECT_EQ(hold(2min).lean, Lean::left);
  balance.lean = -0.5;
  EXPECT_EQ(hold(10s).lean, Lean::none);
}

TEST_F(PostureTest, the_reason_names_the_numbers) {
  sit_upright_without_support();
  sit(0.03, 1.2, 0.75);
  hold();
  EXPECT_THAT(judge.why(balance), HasSubstr("the back carries 3 %"));
  EXPECT_THAT(judge.why(balance), HasSubstr("the seat's rear 50 %"));
}

TEST_F(PostureTest, every_posture_has_a_name_and_is_found_by_it) {
  for (const Posture p : {Posture::empty, Posture::object, Posture::supported, Posture::unsupported_upright,
                          Posture::bent_forward, Posture::slumped, Posture::unknown})
    EXPECT_EQ(posture_from(to_string(p)), p);
  EXPECT_FALSE(posture_from("upside_down"));
}

}  // namespace chairhub::posture_test
