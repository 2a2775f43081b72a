#include "hub/core/recognition.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/moments.h"

namespace chairhub::recognition_test {

using namespace std::chrono_literals;
using testing::HasSubstr;
using Counts = std::vector<std::int32_t>;

const Counts nobody = {0, 0, 0, 0, 0, 0};
const Counts supported = {1500, 1500, 800, 800, 1200, 1200};
const Counts upright = {2200, 2200, 1100, 1100, 0, 0};
const Counts bent = {1600, 1600, 1200, 1200, 0, 0};

class RecognitionTest : public testing::Test {
 protected:
  static Chair six_pads() {
    Chair chair;
    chair.pads = {{"rl", Zone::seat, -0.5, 0, {}}, {"rr", Zone::seat, 0.5, 0, {}},    {"fl", Zone::seat, -0.5, 1, {}},
                  {"fr", Zone::seat, 0.5, 1, {}},  {"bl", Zone::back, -0.5, 0.5, {}}, {"br", Zone::back, 0.5, 0.5, {}}};
    return chair;
  }
  Sample sample(const Counts& counts) {
    now = now + 500ms;
    Sample s;
    s.at = now;
    s.elapsed = 500ms;
    s.pad_count = 6;
    for (std::size_t i = 0; i < 6; ++i) {
      s.counts[i] = counts[i];
      s.present[i] = i != unplugged;
    }
    return s;
  }
  Calibration calibrated() {
    CalibrationBuilder builder(chair, uncalibrated(chair));
    for (int k = 0; k < 30; ++k) builder.add_supported(sample(supported));
    return builder.finish({}).value();
  }
  // Sways a little, as people do.
  const Judgement& hold(Counts counts, Millis how_long) {
    const Judgement* last = nullptr;
    for (Millis passed{0}; passed < how_long; passed += 500ms) {
      sway = -sway;
      Counts swayed = counts;
      if (counts[0] > 100) swayed[0] += sway;
      last = &recognition.update(sample(swayed), thresholds, changed);
    }
    return *last;
  }

  // How often it says so while the person gets up and stays away.
  int ends_with_something_learned() {
    int told = 0;
    for (int k = 0; k < 20; ++k) told += hold(nobody, 500ms).learned ? 1 : 0;
    return told;
  }

  std::int32_t sway = 40;
  std::optional<std::size_t> unplugged;
  Moment now = morning();
  Chair chair = six_pads();
  Thresholds thresholds;
  std::vector<PadStatusChanged> changed;
  Recognition recognition{chair, calibrated()};
};

TEST_F(RecognitionTest, follows_a_person_through_the_postures) {
  EXPECT_EQ(hold(nobody, 5s).posture, Posture::empty);
  EXPECT_EQ(hold(supported, 5s).posture, Posture::supported);
  EXPECT_EQ(hold(upright, 60s).posture, Posture::unsupported_upright);
  EXPECT_EQ(hold(bent, 5s).posture, Posture::bent_forward);
  EXPECT_EQ(hold(nobody, 5s).posture, Posture::empty);
}

TEST_F(RecognitionTest, a_change_shows_within_two_seconds) {
  hold(supported, 10s);
  EXPECT_EQ(hold(upright, 2s).supported, false);
  EXPECT_EQ(hold(supported, 2s).supported, true);
}

TEST_F(RecognitionTest, one_wild_sample_changes_nothing) {
  hold(supported, 10s);
  EXPECT_EQ(hold(upright, 500ms).supported, true);
  EXPECT_EQ(hold(supported, 500ms).supported, true);
}

TEST_F(RecognitionTest, the_first_judgement_is_of_the_person_and_not_of_the_empty_chair) {
  hold(nobody, 10s);
  const Judgement* judgement = &hold(supported, 500ms);
  while (!judgement->occupied) judgement = &hold(supported, 500ms);
  EXPECT_EQ(judgement->posture, Posture::supported);
}

TEST_F(RecognitionTest, a_pad_that_saturates_is_taken_out_and_named_and_postures_go_on) {
  Counts broken = supported;
  broken[3] = 4015;
  hold(broken, 2min);
  ASSERT_EQ(changed.size(), 1U);
  EXPECT_EQ(changed[0].now.status, PadStatus::saturated);
  EXPECT_EQ(changed[0].pad, 3U);
  EXPECT_THAT(changed[0].now.reason, HasSubstr("reads 4015"));
  EXPECT_EQ(hold(broken, 5s).posture, Posture::supported);
  EXPECT_NEAR(*hold(broken, 5s).balance.seat_of_baseline, 1.0, 0.05);
}

TEST_F(RecognitionTest, new_zeros_keep_what_was_learned_about_the_person) {
  hold(upright, 60s);
  Calibration tared = recognition.calibration();
  tared.pads[0].zero = 10;
  recognition.use(tared);
  EXPECT_EQ(hold(bent, 5s).posture, Posture::bent_forward);
}

TEST_F(RecognitionTest, a_new_person_starts_from_nothing_learned) {
  hold(upright, 60s);
  Calibration other = recognition.calibration();
  other.pads[0].supported = 0.3;
  other.upright.reset();
  recognition.use(other);
  EXPECT_EQ(hold(bent, 5s).posture, Posture::unsupported_upright);
}

TEST_F(RecognitionTest, what_was_learned_is_in_the_calibration_and_is_told_when_the_sitting_ends) {
  EXPECT_FALSE(hold(upright, 60s).learned);
  ASSERT_TRUE(recognition.calibration().upright);
  EXPECT_GT(recognition.calibration().upright->rear, 1.3);
  EXPECT_EQ(ends_with_something_learned(), 1);
  hold(upright, 60s);
  EXPECT_EQ(ends_with_something_learned(), 0);  // nothing new
}

TEST_F(RecognitionTest, nothing_is_learned_while_the_rear_of_the_seat_is_seen_on_one_side_only) {
  const Counts upright_to_the_right = {1800, 2600, 900, 1300, 0, 0};
  hold(upright, 60s);
  unplugged = 0;
  hold(upright, 5s);
  const auto level = recognition.calibration().upright;
  EXPECT_EQ(hold(upright_to_the_right, 2min).posture, Posture::unsupported_upright);
  EXPECT_EQ(recognition.calibration().upright, level);
  unplugged.reset();
  EXPECT_EQ(hold(upright, 1min).posture, Posture::unsupported_upright);
}

TEST_F(RecognitionTest, what_is_learned_while_a_pad_of_the_seat_is_out_is_forgotten_when_it_is_back) {
  const Counts heavy_upright = {3000, 3000, 1500, 1500, 0, 0};
  hold(upright, 60s);
  unplugged = 2;
  hold(upright, 5s);
  const auto level = recognition.calibration().upright;
  hold(heavy_upright, 60s);
  EXPECT_EQ(hold(upright, 5s).posture, Posture::bent_forward) << "less than what these pads have shown";
  EXPECT_EQ(recognition.calibration().upright, level);
  unplugged.reset();
  hold(nobody, 10s);
  hold(upright, 5s);
  EXPECT_EQ(hold(upright, 6min).posture, Posture::unsupported_upright);
}

TEST_F(RecognitionTest, bending_is_told_when_upright_sitting_was_seen_only_while_a_pad_was_out) {
  hold(supported, 10s);
  unplugged = 2;
  hold(supported, 10s);
  hold(upright, 60s);
  EXPECT_EQ(hold(bent, 5s).posture, Posture::bent_forward);
  unplugged.reset();
  hold(bent, 6min);
  EXPECT_EQ(hold(bent, 5s).posture, Posture::bent_forward) << "better than nothing";
}

TEST_F(RecognitionTest, a_kept_level_tells_bending_after_a_restart) {
  hold(upright, 60s);
  Recognition restarted(chair, recognition.calibration());
  for (int k = 0; k < 10; ++k) restarted.update(sample(bent), thresholds, changed);
  EXPECT_EQ(restarted.update(sample(bent), thresholds, changed).posture, Posture::bent_forward);
}

TEST_F(RecognitionTest, a_level_measured_later_for_the_same_person_is_used) {
  Calibration measured = recognition.calibration();
  measured.upright = UprightLevel{1.46, 1.43};
  recognition.use(measured);
  EXPECT_EQ(hold(bent, 5s).posture, Posture::bent_forward);
}

TEST_F(RecognitionTest, without_one_believed_seat_pad_the_chair_is_not_called_empty) {
  Sample silent = sample(nobody);
  silent.present = {};
  EXPECT_EQ(recognition.update(silent, thresholds, changed).posture, Posture::unknown);
}

TEST_F(RecognitionTest, says_why) {
  hold(supported, 5s);
  EXPECT_THAT(recognition.why(), HasSubstr("the back carries 100 %"));
}

}  // namespace chairhub::recognition_test
