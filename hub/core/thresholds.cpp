#include "hub/core/thresholds.h"

#include <array>
#include <cmath>

#include <fmt/format.h>

namespace chairhub {
namespace {

constexpr auto study = Evidence::study;
constexpr auto guidance = Evidence::guidance;
constexpr auto ours = Evidence::engineering_default;

using T = Thresholds;

constexpr std::array table{
    ThresholdInfo{"smoothing_s", &T::smoothing_s, "s", 0.5, 4.5, ours,
                  "a median of five half seconds passes over a cough and delays a change by 1.5 s",
                  "postures are judged on the median load over this long"},
    ThresholdInfo{"settle_after_sit_s", &T::settle_after_sit_s, "s", 0, 120, ours,
                  "FSRs settle for about 30 s under a new load (Interlink data sheet: drift per decade of time)",
                  "no posture alert counts for this long after sitting down"},
    ThresholdInfo{"max_gap_s", &T::max_gap_s, "s", 5, 300, ours,
                  "recordings of real chairs hold gaps of 7 to 16 s from lost buffers",
                  "longer silence of the sensors ends a sitting, shorter silence does not"},
    ThresholdInfo{"occupied_on", &T::occupied_on, "1", 0.1, 0.9, ours,
                  "between qppd (25 %), TU Berlin (50 %) and the 51 % of body weight that always rests on the seat",
                  "somebody sits above this part of their calibrated load"},
    ThresholdInfo{"occupied_on_s", &T::occupied_on_s, "s", 0, 10, ours, "none", "and for this long"},
    ThresholdInfo{"vacant_off", &T::vacant_off, "1", 0.02, 0.6, ours,
                  "leaning far forward can take 58 to 75 % of the load off the seat (force-plate chair, n=22)",
                  "the chair is empty below this part of the calibrated load"},
    ThresholdInfo{"vacant_off_s", &T::vacant_off_s, "s", 0, 30, ours, "none", "and for this long"},
    ThresholdInfo{"occupied_on_uncalibrated", &T::occupied_on_uncalibrated, "pads", 0.1, 10, ours,
                  "20 kg on a load cell of 50 kg; recordings of three kits hold 1.1 pads and more",
                  "without a calibration somebody sits above the load of this many fully loaded pads"},
    ThresholdInfo{"vacant_off_uncalibrated", &T::vacant_off_uncalibrated, "pads", 0.02, 5, ours, "half of the above",
                  "and the chair is empty below this"},
    ThresholdInfo{"object_on", &T::object_on, "1", 0.02, 0.4, ours,
                  "a laptop bag weighs 3 to 8 kg, an adult puts 23 kg and more on a seat",
                  "less than a person and above this part of the calibrated load (or of a pad) is an object"},
    ThresholdInfo{"object_on_s", &T::object_on_s, "s", 1, 120, ours, "none", "and for this long"},
    ThresholdInfo{
        "object_still", &T::object_still, "1", 0.0001, 0.002, ours,
        "in recordings people's whole load changes by more than this in 29 to 98 of 100 half seconds",
        "a load changes when it does so by more than this part in half a second, and by more than the pads' noise"},
    ThresholdInfo{"object_restless", &T::object_restless, "1", 0.005, 0.25, ours, "as object_still",
                  "what changes in fewer of its half seconds than this part keeps still"},
    ThresholdInfo{"object_moved", &T::object_moved, "1", 0.005, 0.3, ours, "none",
                  "an object whose load changes by this part was a person, or is one now"},
    ThresholdInfo{"object_min_still_s", &T::object_min_still_s, "s", 30, 900, ours,
                  "people shift every 6 to 9 min (Linder-Ganz 2007), objects never do",
                  "a load as still as an empty chair for this long is an object"},
    ThresholdInfo{"supported_on", &T::supported_on, "1", 0.05, 0.9, ours,
                  "no study gives a cut-off, so the person's own supported load is the measure",
                  "the back is supported above this part of its calibrated load"},
    ThresholdInfo{"supported_off", &T::supported_off, "1", 0.02, 0.8, ours, "as supported_on",
                  "and no longer below this part"},
    ThresholdInfo{"supported_share_on", &T::supported_share_on, "1", 0.01, 0.5, ours, "as supported_on",
                  "without a calibration the back is supported above this share of the whole load"},
    ThresholdInfo{"supported_share_off", &T::supported_share_off, "1", 0.005, 0.4, ours, "as supported_on",
                  "and no longer below this share"},
    ThresholdInfo{
        "bent_rear", &T::bent_rear, "1", 0.5, 0.99, ours,
        "bending moves the trunk's weight onto thighs and feet; two people in recordings: 0.74 to 0.92 and "
        "0.84 to 0.90 tell it apart",
        "bent forward when the seat's rear, and its share of the seat, have fallen below this part of own upright "
        "sitting"},
    ThresholdInfo{"bent_total", &T::bent_total, "1", 0.3, 0.99, ours,
                  "inclining forward takes 10 to 12 % off the seat (Nag 2008), arms on knees or desk take more",
                  "or when the whole seat carries less than this part of it"},
    ThresholdInfo{"bent_exit", &T::bent_exit, "1", 0, 0.2, ours, "none", "and upright again this much above that"},
    ThresholdInfo{"upright_rear", &T::upright_rear, "1", 0, 1.5, ours,
                  "without support the pelvis carries no less than with it; sitting down again changes that by up to "
                  "30 % in recordings",
                  "part of the supported rear load taken for upright until more has been seen"},
    ThresholdInfo{"upright_total", &T::upright_total, "1", 0, 1.5, ours, "as upright_rear",
                  "part of the supported seat load taken for upright until more has been seen"},
    ThresholdInfo{"upright_learn_s", &T::upright_learn_s, "s", 1, 600, ours, "none",
                  "own upright sitting is learned with this time constant"},
    ThresholdInfo{"upright_forget_s", &T::upright_forget_s, "s", 1, 36000, ours,
                  "recordings: no difference from 50 s to never",
                  "and follows a lower level with this one while still upright"},
    ThresholdInfo{
        "slumped_rear", &T::slumped_rear, "1", 0.02, 0.9, ours,
        "sitting bones slide off the rear pads; recordings of two people: 0.10 to 0.30 tell it apart",
        "slid forward when the seat's rear carries less than this part of its supported load, the back being loaded"},
    ThresholdInfo{"slumped_rear_off", &T::slumped_rear_off, "1", 0.02, 0.95, ours, "as slumped_rear",
                  "and no longer above this part"},
    ThresholdInfo{"slumped_front", &T::slumped_front, "1", 0, 1, ours, "as slumped_rear: 0.30 to 0.70",
                  "and the seat's front still carries this part of its supported load"},
    ThresholdInfo{"slumped_even", &T::slumped_even, "1", 0.1, 1, ours, "as slumped_rear: 0.30 to 0.50",
                  "and the left/right balance is no further than this from the person's own"},
    ThresholdInfo{"lean_on", &T::lean_on, "1", 0.05, 1, ours,
                  "recordings of two kits, with and without a calibration: 0.25 to 0.45 tell it apart",
                  "leaning when the left/right balance of the forces is this far from the person's own"},
    ThresholdInfo{"lean_off", &T::lean_off, "1", 0.3, 1, guidance, "Dorso: 0.7 of the entry",
                  "leaning ends below this part of the entry"},
    ThresholdInfo{"lean_learn_per_min", &T::lean_learn_per_min, "per min", 0, 1, ours,
                  "a lean of a few minutes has to stay one",
                  "without a calibration the usual left/right balance of a sitting is followed this fast"},
    ThresholdInfo{"pad_missing_s", &T::pad_missing_s, "s", 0.5, 60, ours, "none",
                  "a pad that has not answered for this long is missing"},
    ThresholdInfo{"pad_saturated", &T::pad_saturated, "1", 0.8, 1, ours,
                  "a stuck pad of a real chair reads 0.97 to 0.99, healthy pads of three kits at most 0.969",
                  "a pad above this part of its range tells nothing"},
    ThresholdInfo{"pad_saturated_s", &T::pad_saturated_s, "s", 5, 900, ours, "none",
                  "and is taken out after this long of it while somebody sits"},
    ThresholdInfo{"pad_stuck_within", &T::pad_stuck_within, "1", 0.001, 0.1, ours, "none",
                  "a pad that stays within this part of its range has not moved"},
    ThresholdInfo{"pad_stuck_sittings", &T::pad_stuck_sittings, "sittings", 1, 50, ours,
                  "sitting down moves every healthy pad that is loaded",
                  "a loaded pad is stuck when it has not moved through this many sittings"},
    ThresholdInfo{"pad_dead_sittings", &T::pad_dead_sittings, "sittings", 2, 100, ours,
                  "a healthy pad at the edge is touched in some of the postures only",
                  "an unloaded pad is dead when it has not moved through this many sittings"},
    ThresholdInfo{
        "pad_dead_s", &T::pad_dead_s, "s", 30, 3600, ours, "as pad_stuck_sittings",
        "a pad that this person usually loads and that reads empty for this long, its zone being loaded, is dead"},
    ThresholdInfo{"pad_noisy_jump", &T::pad_noisy_jump, "1", 0.02, 0.5, ours, "none",
                  "a pad that jumps this part of its range every half second while the others are still is noisy"},
    ThresholdInfo{"pad_noisy_s", &T::pad_noisy_s, "s", 5, 600, ours, "none", "and is taken out after this long of it"},
    ThresholdInfo{"pad_recovers_s", &T::pad_recovers_s, "s", 5, 3600, ours, "none",
                  "a pad is believed again after this long of sound readings while somebody sits"},
    ThresholdInfo{"calibration_unsteady_pad", &T::calibration_unsteady_pad, "1", 0.1, 1, ours,
                  "a failing pad swept 0.91 of its range in a real calibration, the livest healthy one 0.54",
                  "a pad that moves this part of its range while calibrating is left out"},
    ThresholdInfo{"calibration_unsteady_total", &T::calibration_unsteady_total, "1", 0.05, 2, ours,
                  "real people settling on the chair: up to 0.17 of the mean",
                  "a calibration is refused when the whole load varies by this part of its mean"},
    ThresholdInfo{"shift_threshold", &T::shift_threshold, "1", 0.02, 0.5, study,
                  "Waongenngarm 2020 (n=40): 10 % of the left/right load; front/rear is our extension",
                  "a posture shift moves the load's balance by this much"},
    ThresholdInfo{"shift_large", &T::shift_large, "1", 0.05, 0.8, study, "Waongenngarm 2020: 20 %",
                  "a large shift moves it by this much"},
    ThresholdInfo{"shift_hold_s", &T::shift_hold_s, "s", 0, 30, ours, "none", "a shift is held for this long"},
    ThresholdInfo{"shift_refractory_s", &T::shift_refractory_s, "s", 0, 60, ours, "none",
                  "two shifts are at least this far apart"},
    ThresholdInfo{"unsupported_warn_min", &T::unsupported_warn_min, "min", 5, 30, ours,
                  "office workers slump within 20 min of sitting without support (Akkarakittichoke 2017); 2 min nags",
                  "sitting upright without support for this long is too long"},
    ThresholdInfo{"forward_warn_min", &T::forward_warn_min, "min", 2, 20, ours,
                  "the bent spine creeps with a time constant of 9.4 min (McGill and Brown 1992): 41 % in 5 min",
                  "bending forward for this long is too long"},
    ThresholdInfo{
        "static_warn_min", &T::static_warn_min, "min", 8, 30, ours,
        "a low mover shifts every 12 min (Waongenngarm 2020); moving every 15 min spares the disc (Billy 2014)",
        "no posture shift for this long is too long"},
    ThresholdInfo{"sit_alert_min", &T::sit_alert_min, "min", 20, 120, guidance,
                  "HSE: a break after 50 to 60 min; Diaz 2026 (n=19342): 60 min is the best compromise",
                  "sitting for this long without a break is too long"},
    ThresholdInfo{"asym_warn_min", &T::asym_warn_min, "min", 5, 60, ours, "no study gives a cut-off",
                  "leaning to one side for this long is too long"},
    ThresholdInfo{"asym_warn", &T::asym_warn, "1", 0.08, 0.6, guidance,
                  "qppd and Smart-ChAIr: 20 %; TU Berlin: 8 and 14 %",
                  "leaning to one side means a left/right balance this far from the person's own"},
    ThresholdInfo{"unsupported_gap_s", &T::unsupported_gap_s, "s", 0, 120, ours, "none",
                  "leaning back for less than this does not count as support"},
    ThresholdInfo{"support_drains_s", &T::support_drains_s, "s", 10, 600, ours, "none",
                  "support for this long wipes out the time without it"},
    ThresholdInfo{"forward_recovery_s", &T::forward_recovery_s, "s", 30, 600, study,
                  "half the stiffness is back after 2 min out of flexion (McGill and Brown 1992)",
                  "each time this long out of bending halves what has built up"},
    ThresholdInfo{"break_full_min", &T::break_full_min, "min", 1, 30, guidance,
                  "HSE: 5 to 10 min; Toomingas 2012: 5 min each hour", "away for this long is a full break"},
    ThresholdInfo{"break_min_s", &T::break_min_s, "s", 0, 300, ours,
                  "relief of a 2 min walk lasts under 10 min (De Carvalho 2023)",
                  "away for less than this repays nothing"},
    ThresholdInfo{"break_credit", &T::break_credit, "s per s", 1, 60, ours, "5 min away repay 60 min",
                  "each second away repays this many of sitting"},
    ThresholdInfo{"same_cause_cooldown_min", &T::same_cause_cooldown_min, "min", 5, 240, ours,
                  "feedback wears off (Goossens 2012, Roossien 2017), so it has to be rare",
                  "two alerts of one cause are at least this far apart"},
    ThresholdInfo{"any_cause_cooldown_min", &T::any_cause_cooldown_min, "min", 1, 120, ours,
                  "as same_cause_cooldown_min", "any two alerts are at least this far apart"},
    ThresholdInfo{"alerts_per_hour", &T::alerts_per_hour, "per h", 1, 12, ours, "as same_cause_cooldown_min",
                  "never more alerts than this in an hour"},
    ThresholdInfo{"alerts_per_day", &T::alerts_per_day, "per day", 1, 60, ours, "as same_cause_cooldown_min",
                  "never more alerts than this in a day"},
    ThresholdInfo{"repeat_after_min", &T::repeat_after_min, "min", 5, 60, guidance,
                  "Stretchly repeats once; Workrave three times",
                  "an alert is repeated once after this long, then it is silent until the cause has ended"},
    ThresholdInfo{"acted_on_min", &T::acted_on_min, "min", 1, 30, ours,
                  "time to end a sentence and get up; recovery may take longer",
                  "an alert was acted on when what it is about stops within this long"},
    ThresholdInfo{"back_off_after", &T::back_off_after, "alerts", 1, 20, ours, "as same_cause_cooldown_min",
                  "each time this many alerts of a cause are ignored in a row its interval doubles"},
    ThresholdInfo{"back_off_max", &T::back_off_max, "times", 1, 16, ours, "as same_cause_cooldown_min",
                  "and is never longer than this many times itself"},
    ThresholdInfo{"meeting_max_min", &T::meeting_max_min, "min", 15, 720, ours,
                  "half a working day; a switch that was forgotten must not silence for ever",
                  "a meeting that nobody ends is over after this long"},
    ThresholdInfo{"shifts_goal_per_h", &T::shifts_goal_per_h, "per h", 1, 60, study,
                  "Akkarakittichoke 2023 (n=60): 20 to 30 shifts an hour hurt less than 10",
                  "the least number of posture shifts an hour worth aiming for"},
    ThresholdInfo{"zero_hold_off_s", &T::zero_hold_off_s, "s", 10, 3600, ours,
                  "FSRs relax by some 5 % per decade of time (Interlink data sheet), foam likewise",
                  "no zero is looked at for this long after the chair has become empty"},
    ThresholdInfo{"zero_empty_s", &T::zero_empty_s, "s", 10, 600, ours, "none",
                  "zeros follow their drift after each stretch this long of an empty chair whose pads are still"},
    ThresholdInfo{"zero_band", &T::zero_band, "1", 0.001, 0.05, ours,
                  "a coat puts 3 to 8 % of the span on the pads of a backrest, a cat 5 % on those of a seat",
                  "while no pad is further from its zero than this part of its span, nor moves by it"},
    ThresholdInfo{"zero_rate_per_h", &T::zero_rate_per_h, "per h", 0.001, 1, ours, "none",
                  "and by no more of the span an hour than this"},
    ThresholdInfo{"zero_drift", &T::zero_drift, "1", 0.02, 0.5, ours,
                  "hot or humid FSRs read up to 15 % less or 30 % more (Interlink data sheet)",
                  "a pad further than this part of its span from its calibrated zero puts the calibration in doubt"},
    ThresholdInfo{"baseline_age_days", &T::baseline_age_days, "days", 1, 3650, ours, "none",
                  "a calibration is in doubt when it is this old"},
    ThresholdInfo{"baseline_burden", &T::baseline_burden, "1", 0.02, 0.5, ours,
                  "a coat over the backrest carries about half of what counts as support",
                  "or while the empty seat or backrest carries more than this part of its calibrated load"},
    ThresholdInfo{"baseline_weight", &T::baseline_weight, "times", 1.2, 4, ours,
                  "in recordings two minutes of one person's supported sitting differ by up to 1.36 times",
                  "somebody this many times as heavy or as light as the calibrated person is somebody else"},
    ThresholdInfo{"baseline_spread", &T::baseline_spread, "1", 0.05, 0.6, ours,
                  "in recordings 0.14 is usual and 0.21 the most between two minutes of one person's supported sitting",
                  "a supported sitting does not fit when this part of the load lies elsewhere than when calibrated"},
    ThresholdInfo{"baseline_look_min", &T::baseline_look_min, "min", 1, 60, ours,
                  "people shift every 6 to 9 min (Linder-Ganz 2007), and one look at a posture is none",
                  "a sitting is compared with the calibration after this long of supported sitting"},
    ThresholdInfo{"baseline_sittings", &T::baseline_sittings, "sittings", 1, 20, ours, "none",
                  "the calibration is in doubt after this many sittings in a row that do not fit"},
    ThresholdInfo{"profile_look_s", &T::profile_look_s, "s", 10, 600, ours, "none",
                  "who sits there is looked at after this long of supported sitting"},
    ThresholdInfo{"weight_shift", &T::weight_shift, "1", 0.1, 0.9, study,
                  "WiSAT 2021: a weight shift takes 30 % of the load off; that a side or the rear will do is ours",
                  "wheelchair: a weight shift takes this part of the usual load off a part of the seat"},
    ThresholdInfo{"weight_shift_hold_s", &T::weight_shift_hold_s, "s", 1, 120, study, "WiSAT 2021",
                  "and holds it for this long"},
};

}  // namespace

std::string_view to_string(Evidence kind) {
  switch (kind) {
    case Evidence::study:
      return "study";
    case Evidence::guidance:
      return "guidance";
    case Evidence::engineering_default:
      return "engineering default";
  }
  return "";
}

std::span<const ThresholdInfo> threshold_table() {
  return table;
}

const ThresholdInfo* find_threshold(std::string_view key) {
  for (const ThresholdInfo& info : table)
    if (info.key == key) return &info;
  return nullptr;
}

Result<void> set_threshold(Thresholds& thresholds, std::string_view key, double value) {
  const ThresholdInfo* info = find_threshold(key);
  if (!info) return failure(fmt::format("there is no threshold '{}'", key));
  if (!(std::isfinite(value) && value >= info->min && value <= info->max))
    return failure(fmt::format("{} cannot be {}; {} to {} {} is allowed", key, value, info->min, info->max,
                               info->unit == "1" ? "(a ratio)" : info->unit));
  thresholds.*info->value = value;
  return {};
}

}  // namespace chairhub
