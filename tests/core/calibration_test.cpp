#include "hub/core/calibration.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace chairhub::calibration_test {

using testing::HasSubstr;

class CalibrationTest : public testing::Test {
 protected:
  static Chair five_pads() {
    Chair chair;
    chair.pads = {{"rl", Zone::seat, -0.5, 0, {}},
                  {"rr", Zone::seat, 0.5, 0, {}},
                  {"fl", Zone::seat, -0.5, 1, {}},
                  {"fr", Zone::seat, 0.5, 1, {}},
                  {"back", Zone::back, 0, 0.5, {}}};
    return chair;
  }
  static Sample sample(std::vector<std::int32_t> counts) {
    Sample s;
    s.pad_count = static_cast<std::uint32_t>(counts.size());
    for (std::size_t i = 0; i < counts.size(); ++i) {
      s.counts[i] = counts[i];
      s.present[i] = true;
    }
    return s;
  }
  void leave_empty(std::vector<std::int32_t> counts, int samples = 20) {
    for (int k = 0; k < samples; ++k) builder->add_empty(sample(counts));
  }
  void sit(std::vector<std::int32_t> counts, int samples = 30) {
    for (int k = 0; k < samples; ++k) builder->add_supported(sample(counts));
  }
  void sit_upright(std::vector<std::int32_t> counts, int samples = 20) {
    for (int k = 0; k < samples; ++k) builder->add_upright(sample(counts));
  }
  void bend(std::vector<std::int32_t> counts, int samples = 20) {
    for (int k = 0; k < samples; ++k) builder->add_forward(sample(counts));
  }
  Calibration finished() {
    const auto result = builder->finish({});
    EXPECT_TRUE(result) << result.error().message;
    return result.value_or(Calibration{});
  }
  std::string refusal() {
    const auto result = builder->finish({});
    return result ? "accepted" : result.error().message;
  }

  Chair chair = five_pads();
  std::optional<CalibrationBuilder> builder{std::in_place, chair, uncalibrated(chair)};
};

TEST_F(CalibrationTest, without_any_measurement_it_is_what_it_was) {
  const Calibration c = finished();
  EXPECT_FALSE(c.has_person());
  EXPECT_EQ(c.pads[0].zero, 0);
  EXPECT_EQ(c.pads[0].span, 4095);
}

TEST_F(CalibrationTest, the_empty_chair_gives_the_zeros) {
  leave_empty({100, 50, 0, 0, 20});
  const Calibration c = finished();
  EXPECT_EQ(c.pads[0].zero, 100);
  EXPECT_EQ(c.pads[0].span, 3995);
  EXPECT_DOUBLE_EQ(c.pads[0].load_of(100), 0);
  EXPECT_DOUBLE_EQ(c.pads[0].load_of(4095), 1);
}

TEST_F(CalibrationTest, an_inverted_pad_is_as_good) {
  for (Pad& pad : chair.pads) pad.range = {1022, 0};
  builder.emplace(chair, uncalibrated(chair));
  leave_empty({1022, 1000, 1022, 1022, 1022});
  sit({500, 500, 500, 500, 500});
  const Calibration c = finished();
  EXPECT_DOUBLE_EQ(*c.pads[1].supported, 0.5);
  EXPECT_LT(c.pads[1].span, 0);
}

TEST_F(CalibrationTest, sitting_supported_gives_the_baseline) {
  sit({2000, 1500, 800, 700, 1900});
  const Calibration c = finished();
  ASSERT_TRUE(c.has_person());
  EXPECT_NEAR(c.supported->seat_total, 5000.0 / 4095, 1e-9);
  EXPECT_NEAR(*c.pads[4].supported, 1900.0 / 4095, 1e-9);
}

TEST_F(CalibrationTest, sitting_down_late_and_one_cough_do_not_move_it) {
  sit({0, 0, 0, 0, 0}, 5);
  sit({2000, 2000, 800, 800, 1900}, 24);
  sit({4000, 2000, 800, 800, 100}, 1);
  EXPECT_NEAR(*finished().pads[0].supported, 2000.0 / 4095, 1e-9);
}

TEST_F(CalibrationTest, a_pad_at_the_end_of_its_range_is_left_out) {
  sit({2000, 4015, 800, 700, 1900});
  const Calibration c = finished();
  EXPECT_FALSE(c.pads[1].supported);
  EXPECT_NEAR(c.supported->seat_total, 3500.0 / 4095, 1e-9);
}

TEST_F(CalibrationTest, a_pad_that_sweeps_its_range_is_left_out) {
  for (int k = 0; k < 15; ++k) {
    sit({2000, 180, 800, 700, 1900}, 1);
    sit({2000, 3900, 800, 700, 1900}, 1);
  }
  const Calibration c = finished();
  EXPECT_FALSE(c.pads[1].supported);
  EXPECT_TRUE(c.pads[0].supported);
}

TEST_F(CalibrationTest, a_heavy_person_who_fills_most_pads_keeps_them) {
  sit({4080, 4080, 4080, 4080, 1900});
  EXPECT_TRUE(finished().pads[1].supported);
}

TEST_F(CalibrationTest, a_full_pad_whose_neighbour_is_nearly_full_is_a_heavy_person_too) {
  sit({4080, 3800, 800, 700, 1900});
  EXPECT_TRUE(finished().pads[0].supported);
}

TEST_F(CalibrationTest, a_pad_that_reads_high_when_empty_gets_no_zero_from_it) {
  leave_empty({0, 4015, 0, 0, 0});
  EXPECT_EQ(finished().pads[1].zero, 0);
}

TEST_F(CalibrationTest, refuses_a_seat_that_was_not_empty) {
  leave_empty({2000, 2000, 2000, 0, 0});
  EXPECT_THAT(refusal(), HasSubstr("has to be empty"));
}

TEST_F(CalibrationTest, refuses_when_nobody_sat) {
  sit({0, 3, 0, 2, 0});
  EXPECT_THAT(refusal(), HasSubstr("nobody sat"));
}

TEST_F(CalibrationTest, refuses_less_than_two_seconds) {
  sit({2000, 1500, 800, 700, 1900}, 3);
  EXPECT_THAT(refusal(), HasSubstr("less than two seconds"));
}

TEST_F(CalibrationTest, refuses_a_person_who_keeps_moving) {
  Thresholds strict;
  strict.calibration_unsteady_total = 0.05;
  builder.emplace(chair, uncalibrated(chair), strict);
  for (int k = 0; k < 15; ++k) {
    sit({2000, 2000, 800, 700, 1900}, 1);
    sit({1500, 1500, 600, 500, 1500}, 1);
  }
  EXPECT_THAT(refusal(), HasSubstr("moved too much"));
}

TEST_F(CalibrationTest, sitting_upright_gives_parts_of_the_supported_loads) {
  sit({2000, 2000, 800, 800, 1900});
  sit_upright({3000, 3000, 1000, 1000, 0});
  const Calibration c = finished();
  ASSERT_TRUE(c.upright);
  const auto force = [](double counts) { return counts / 4095 / (1.1 - counts / 4095); };
  EXPECT_NEAR(c.upright->rear, force(3000) / force(2000), 1e-9);
  EXPECT_NEAR(c.upright->total, (force(3000) + force(1000)) / (force(2000) + force(800)), 1e-9);
}

TEST_F(CalibrationTest, refuses_an_upright_step_with_the_back_on_the_backrest) {
  sit({2000, 2000, 800, 800, 1900});
  sit_upright({2500, 2500, 900, 900, 900});
  EXPECT_THAT(refusal(), HasSubstr("the back was on the backrest while upright sitting was measured"));
}

TEST_F(CalibrationTest, refuses_an_upright_step_on_an_empty_chair) {
  sit({2000, 2000, 800, 800, 1900});
  sit_upright({0, 0, 0, 0, 0});
  EXPECT_THAT(refusal(), HasSubstr("nobody sat"));
}

TEST_F(CalibrationTest, refuses_an_upright_step_of_nobody_known) {
  sit_upright({3000, 3000, 1000, 1000, 0});
  EXPECT_THAT(refusal(), HasSubstr("needs the supported posture measured first"));
}

TEST_F(CalibrationTest, bending_that_can_be_told_is_accepted_and_changes_nothing) {
  sit({2000, 2000, 800, 800, 1900});
  sit_upright({3000, 3000, 1000, 1000, 0});
  bend({2200, 2200, 1200, 1200, 0});
  EXPECT_TRUE(finished().upright);
}

TEST_F(CalibrationTest, refuses_bending_that_looks_like_sitting_upright) {
  sit({2000, 2000, 800, 800, 1900});
  sit_upright({3000, 3000, 1000, 1000, 0});
  bend({2900, 2900, 1000, 1000, 0});
  EXPECT_THAT(refusal(), HasSubstr("too much to be told from sitting upright"));
  builder->drop_forward();
  EXPECT_EQ(refusal(), "accepted");
}

TEST_F(CalibrationTest, a_new_supported_step_makes_the_old_upright_level_void) {
  sit({2000, 2000, 800, 800, 1900});
  sit_upright({3000, 3000, 1000, 1000, 0});
  builder.emplace(chair, finished());
  sit({1500, 1500, 800, 800, 1900});
  EXPECT_FALSE(finished().upright);
}

TEST_F(CalibrationTest, measuring_the_zeros_alone_keeps_the_person) {
  sit({2000, 1500, 800, 700, 1900});
  const Calibration person = finished();
  builder.emplace(chair, person);
  leave_empty({10, 10, 10, 10, 10});
  const Calibration c = finished();
  EXPECT_EQ(c.pads[0].supported, person.pads[0].supported);
  EXPECT_EQ(c.pads[0].zero, 10);
}

}  // namespace chairhub::calibration_test
