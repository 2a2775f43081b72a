#include "hub/core/pad_health.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>

#include "tests/support/moments.h"

namespace chairhub::pad_health_test {

using namespace std::chrono_literals;
using testing::HasSubstr;
using Counts = std::vector<std::optional<std::int32_t>>;

class PadHealthTest : public testing::Test {
 protected:
  static Chair four_pads() {
    Chair chair;
    for (const char* name : {"seat_rl", "seat_rr", "seat_fl", "seat_fr"})
      chair.pads.push_back({name, Zone::seat, 0, 0, {}});
    return chair;
  }
  void show(const Counts& counts, bool occupied, Millis how_long = 500ms) {
    for (Millis passed{0}; passed < how_long; passed += 500ms) {
      Sample s;
      s.at = now = now + 500ms;
      s.elapsed = 500ms;
      s.pad_count = 4;
      for (std::size_t i = 0; i < 4; ++i) {
        s.present[i] = counts[i].has_value();
        s.counts[i] = counts[i].value_or(0);
        s.instead[i] = instead;
      }
      health.update(s, calibration, occupied, thresholds, changed);
    }
  }
  void sit(const Counts& counts, Millis how_long) { show(counts, true, how_long); }
  void leave(const Counts& counts, Millis how_long = 10s) { show(counts, false, how_long); }
  PadStatus status(std::size_t pad) const { return health.reports()[pad].status; }

  // This person, supported, puts these parts of the span on the pads.
  void know_person(std::array<double, 4> loads) {
    for (std::size_t i = 0; i < 4; ++i) calibration.pads[i].supported = loads[i];
  }

  Chair chair = four_pads();
  Calibration calibration = uncalibrated(chair);
  Thresholds thresholds;
  Signal instead = Signal::missing;  // of a reading
  Moment now = morning();
  std::vector<PadStatusChanged> changed;
  PadHealth health{chair};
};

TEST_F(PadHealthTest, healthy_pads_stay_ok_through_a_day_of_sitting) {
  for (int k = 0; k < 30; ++k) {
    sit({1500 + k, 1400, 800, 700}, 2min);
    leave({0, 0, 0, 0});
  }
  EXPECT_TRUE(changed.empty());
}

TEST_F(PadHealthTest, a_pad_that_dies_under_somebody_who_loads_it_is_dead_within_minutes) {
  know_person({0.4, 0.4, 0.2, 0.2});
  sit({1600, 1600, 800, 800}, 5min);
  sit({1600, 0, 800, 800}, 9min);
  EXPECT_EQ(status(1), PadStatus::ok);
  sit({1600, 0, 800, 800}, 2min);
  EXPECT_EQ(status(1), PadStatus::dead);
  EXPECT_THAT(health.reports()[1].reason, HasSubstr("as if empty"));
}

TEST_F(PadHealthTest, a_sitter_who_leaves_a_whole_zone_unloaded_kills_no_pad) {
  know_person({0.4, 0.4, 0.2, 0.2});
  sit({0, 0, 0, 800}, 30min);
  EXPECT_TRUE(changed.empty());
}

TEST_F(PadHealthTest, a_pad_that_this_person_hardly_loads_may_stay_empty) {
  know_person({0.4, 0.05, 0.2, 0.2});
  sit({1600, 0, 800, 800}, 30min);
  EXPECT_TRUE(changed.empty());
}

TEST_F(PadHealthTest, a_pad_that_has_never_answered_is_not_believed) {
  sit({1500, std::nullopt, 800, 700}, 500ms);
  EXPECT_FALSE(health.believed(1));
  EXPECT_TRUE(health.believed(0));
}

TEST_F(PadHealthTest, one_lost_reading_is_no_fault_but_silence_is) {
  sit({1500, 1400, 800, 700}, 5s);
  sit({1500, std::nullopt, 800, 700}, 1s);
  EXPECT_EQ(status(1), PadStatus::ok);
  sit({1500, std::nullopt, 800, 700}, 2s);
  EXPECT_EQ(status(1), PadStatus::missing);
  EXPECT_THAT(health.reports()[1].reason, HasSubstr("does not answer"));
}

TEST_F(PadHealthTest, a_missing_pad_comes_back_after_five_seconds_of_answers) {
  sit({1500, std::nullopt, 800, 700}, 5s);
  sit({1500, 1400, 800, 700}, 4s);
  EXPECT_EQ(status(1), PadStatus::missing);
  sit({1500, 1400, 800, 700}, 2s);
  EXPECT_EQ(status(1), PadStatus::ok);
  EXPECT_EQ(health.reports()[1].times, 1U);
}

TEST_F(PadHealthTest, what_the_kit_sees_electrically_is_the_status_with_its_reason) {
  const std::pair<Signal, PadStatus> faults[] = {{Signal::open_wire, PadStatus::open_wire},
                                                 {Signal::short_circuit, PadStatus::short_circuit},
                                                 {Signal::out_of_range, PadStatus::out_of_range},
                                                 {Signal::below_ground, PadStatus::below_ground},
                                                 {Signal::crosstalk, PadStatus::crosstalk}};
  for (const auto& [signal, expected] : faults) {
    instead = signal;
    sit({1500, std::nullopt, 800, 700}, 1s);
    EXPECT_EQ(status(1), PadStatus::ok) << to_string(expected);
    sit({1500, std::nullopt, 800, 700}, 2s);
    EXPECT_EQ(status(1), expected);
    EXPECT_FALSE(health.reports()[1].reason.empty());
    EXPECT_FALSE(health.believed(1));
    sit({1500, 1400, 800, 700}, 4s);
    EXPECT_EQ(status(1), expected);
    sit({1500, 1400, 800, 700}, 2s);
    EXPECT_EQ(status(1), PadStatus::ok);
  }
  EXPECT_EQ(health.reports()[1].times, 5U);
}

TEST_F(PadHealthTest, two_electrical_faults_that_take_turns_are_told_once) {
  for (int k = 0; k < 60; ++k) {
    instead = k % 2 == 0 ? Signal::open_wire : Signal::below_ground;
    sit({1500, std::nullopt, 800, 700}, 500ms);
  }
  EXPECT_EQ(changed.size(), 1U);
}

TEST_F(PadHealthTest, a_chip_that_fails_while_a_wire_is_open_makes_its_pad_missing) {
  instead = Signal::open_wire;
  sit({1500, std::nullopt, 800, 700}, 5s);
  instead = Signal::missing;
  sit({1500, std::nullopt, 800, 700}, 3s);
  EXPECT_EQ(status(1), PadStatus::missing);
}

TEST_F(PadHealthTest, a_pad_at_4015_whenever_somebody_sits_is_saturated_and_named) {
  leave({0, 185, 0, 0});
  sit({1500, 4015, 800, 700}, 59s);
  EXPECT_EQ(status(1), PadStatus::ok);
  sit({1500, 4015, 800, 700}, 2s);
  ASSERT_EQ(changed.size(), 1U);
  EXPECT_EQ(changed[0].pad, 1U);
  EXPECT_EQ(changed[0].now.status, PadStatus::saturated);
  EXPECT_THAT(changed[0].now.reason, HasSubstr("reads 4015"));
  EXPECT_FALSE(health.believed(1));
}

TEST_F(PadHealthTest, a_saturated_pad_does_not_flap_when_people_come_and_go) {
  for (int k = 0; k < 10; ++k) {
    sit({1500, 4015, 800, 700}, 5min);
    leave({0, 185, 0, 0}, 10min);
  }
  EXPECT_EQ(changed.size(), 1U);
}

TEST_F(PadHealthTest, a_saturated_pad_is_believed_again_after_minutes_of_sound_sitting) {
  sit({1500, 4015, 800, 700}, 2min);
  sit({1500, 1400, 800, 700}, 4min);
  EXPECT_EQ(status(1), PadStatus::saturated);
  sit({1500, 1400, 800, 700}, 2min);
  EXPECT_EQ(status(1), PadStatus::ok);
}

TEST_F(PadHealthTest, a_heavy_person_who_fills_most_pads_breaks_none) {
  sit({4080, 4080, 4080, 700}, 10min);
  EXPECT_TRUE(changed.empty());
}

TEST_F(PadHealthTest, somebody_heavy_who_leans_over_one_side_breaks_no_pad) {
  sit({4080, 3800, 800, 700}, 10min);
  EXPECT_TRUE(changed.empty());
}

TEST_F(PadHealthTest, leaning_on_one_pad_for_a_moment_is_no_fault) {
  for (int k = 0; k < 10; ++k) {
    sit({1500, 4080, 800, 700}, 30s);
    sit({1500, 1400, 800, 700}, 40s);
  }
  EXPECT_TRUE(changed.empty());
}

TEST_F(PadHealthTest, a_loaded_pad_that_nobody_moves_is_stuck_after_some_sittings) {
  for (int k = 0; k < 5; ++k) {
    leave({0, 2000, 0, 0});
    sit({1500, 2000, 800, 700}, 1min);
  }
  EXPECT_EQ(status(1), PadStatus::stuck);
  EXPECT_EQ(status(0), PadStatus::ok);
  EXPECT_THAT(health.reports()[1].reason, HasSubstr("stayed at 2000"));
}

TEST_F(PadHealthTest, a_pad_that_is_often_unloaded_is_not_dead) {
  for (int k = 0; k < 30; ++k) {
    leave({0, 0, 0, 0});
    sit({1500, k % 8 == 7 ? 300 : 0, 800, 700}, 1min);
  }
  EXPECT_TRUE(changed.empty());
}

TEST_F(PadHealthTest, a_pad_that_is_never_loaded_is_dead_in_the_end) {
  for (int k = 0; k < 12; ++k) {
    leave({0, 0, 0, 0});
    sit({1500, 0, 800, 700}, 1min);
  }
  EXPECT_EQ(status(1), PadStatus::dead);
}

TEST_F(PadHealthTest, a_pad_that_jumps_alone_is_noisy) {
  for (int k = 0; k < 120; ++k) sit({1500, k % 2 == 0 ? 200 : 3000, 800, 700}, 500ms);
  EXPECT_EQ(status(1), PadStatus::noisy);
  EXPECT_EQ(status(0), PadStatus::ok);
}

TEST_F(PadHealthTest, a_person_who_fidgets_moves_all_pads_and_breaks_none) {
  for (int k = 0; k < 240; ++k) k % 2 == 0 ? sit({500, 2500, 400, 1700}, 500ms) : sit({2500, 500, 1700, 400}, 500ms);
  EXPECT_TRUE(changed.empty());
}

TEST_F(PadHealthTest, an_inverted_pad_saturates_at_its_low_end) {
  for (Pad& pad : chair.pads) pad.range = {1022, 0};
  sit({500, 5, 600, 700}, 2min);
  EXPECT_EQ(status(1), PadStatus::saturated);
}

}  // namespace chairhub::pad_health_test
