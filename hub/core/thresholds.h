// Every number a judgement depends on, in one table, each with what it means,
// what is allowed and where it comes from. The configuration, the settings in
// Home Assistant and the documents all read this table; no threshold lives
// anywhere else.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "hub/core/result.h"

namespace chairhub {

// How much a number can lean on.
enum class Evidence : std::uint8_t {
  study,                // a study gives this number
  guidance,             // a public guideline or several products agree on it
  engineering_default,  // ours; no paper gives it
};

std::string_view to_string(Evidence kind);

// Units are part of the names. The defaults stand here; thresholds.cpp holds
// each one's limits and source.
struct Thresholds {
  // Sensing
  double smoothing_s = 2.5;
  double settle_after_sit_s = 30;
  double max_gap_s = 30;
  // Occupancy: loads as a fraction of the person's calibrated total
  double occupied_on = 0.40;
  double occupied_on_s = 1;
  double vacant_off = 0.20;
  double vacant_off_s = 2;
  double occupied_on_uncalibrated = 0.40;  // in fully loaded pads
  double vacant_off_uncalibrated = 0.20;
  double object_on = 0.10;
  double object_on_s = 10;
  double object_restless = 0.05;
  double object_min_still_s = 120;
  double object_still = 0.001;
  double object_moved = 0.03;
  // Support: back load as a fraction of the person's supported baseline
  double supported_on = 0.15;
  double supported_off = 0.10;
  double supported_share_on = 0.08;
  double supported_share_off = 0.05;
  // Bent forward: load as a fraction of the person's own upright, unsupported sitting
  double bent_rear = 0.87;
  double bent_total = 0.80;
  double bent_exit = 0.03;
  double upright_rear = 0.70;
  double upright_total = 0.85;
  double upright_learn_s = 15;
  double upright_forget_s = 150;
  // Slumped: loads as a fraction of the person's supported baseline
  double slumped_rear = 0.20;
  double slumped_rear_off = 0.28;
  double slumped_front = 0.50;
  double slumped_even = 0.40;
  // Leaning: left/right balance against the person's own
  double lean_on = 0.35;
  double lean_off = 0.80;
  double lean_learn_per_min = 0.06;
  // Pads that are not to be believed; levels as a fraction of the range
  double pad_missing_s = 2;
  double pad_saturated = 0.97;
  double pad_saturated_s = 60;
  double pad_stuck_within = 0.02;
  double pad_stuck_sittings = 3;
  double pad_dead_sittings = 10;
  double pad_dead_s = 600;
  double pad_noisy_jump = 0.10;
  double pad_noisy_s = 30;
  double pad_recovers_s = 300;
  // Calibration
  double calibration_unsteady_pad = 0.75;
  double calibration_unsteady_total = 0.50;
  // Movement
  double shift_threshold = 0.10;
  double shift_large = 0.20;
  double shift_hold_s = 3;
  double shift_refractory_s = 5;
  // When something has lasted too long
  double unsupported_warn_min = 10;
  double forward_warn_min = 5;
  double static_warn_min = 15;
  double sit_alert_min = 60;
  double asym_warn_min = 15;
  double asym_warn = 0.20;
  // What repays
  double unsupported_gap_s = 20;
  double support_drains_s = 60;
  double forward_recovery_s = 120;
  double break_full_min = 5;
  double break_min_s = 60;
  double break_credit = 12;
  // Alert policy
  double same_cause_cooldown_min = 20;
  double any_cause_cooldown_min = 10;
  double alerts_per_hour = 3;
  double alerts_per_day = 12;
  double repeat_after_min = 10;
  double acted_on_min = 5;
  double back_off_after = 3;
  double back_off_max = 4;
  double meeting_max_min = 240;
  // Goals
  double shifts_goal_per_h = 10;
  // What a day does to a chair: zeros as a fraction of the span
  double zero_hold_off_s = 60;
  double zero_empty_s = 30;
  double zero_band = 0.01;
  double zero_rate_per_h = 0.06;
  double zero_drift = 0.10;
  // When the calibration is in doubt, or somebody else sits there
  double baseline_age_days = 30;
  double baseline_burden = 0.05;
  double baseline_weight = 1.5;
  double baseline_spread = 0.22;
  double baseline_look_min = 5;
  double baseline_sittings = 3;
  double profile_look_s = 60;
  // Wheelchair: weight shifts
  double weight_shift = 0.30;
  double weight_shift_hold_s = 15;
};

// One line of the table.
struct ThresholdInfo {
  std::string_view key;  // the same word in configuration, topics, database and page
  double Thresholds::* value;
  std::string_view unit;  // "min", "s", "per h", "1" for a ratio
  double min;             // smallest value allowed
  double max;             // largest value allowed
  Evidence kind;
  std::string_view source;   // who says so
  std::string_view meaning;  // one line for a person
};

std::span<const ThresholdInfo> threshold_table();
const ThresholdInfo* find_threshold(std::string_view key);

// Refuses an unknown key, a value that is not finite or out of its range, in a
// sentence that names what is allowed.
Result<void> set_threshold(Thresholds& thresholds, std::string_view key, double value);

}  // namespace chairhub
