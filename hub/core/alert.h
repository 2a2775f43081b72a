// What an alert is: its cause, the numbers that made it due, and what to do
// about it. alert_policy.h decides when one is raised.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/core/time.h"

namespace chairhub {

// In the order in which they win when several are due (evidence: getting up
// has the best support, so sitting too long goes first).
enum class Cause : std::uint8_t {
  sitting_too_long,
  bent_forward,
  static_too_long,
  unsupported_upright,
  asymmetric,
};
inline constexpr std::size_t cause_count = 5;
inline constexpr std::array<Cause, cause_count> all_causes = {Cause::sitting_too_long, Cause::bent_forward,
                                                              Cause::static_too_long, Cause::unsupported_upright,
                                                              Cause::asymmetric};

std::string_view to_string(Cause cause);
std::optional<Cause> cause_from(std::string_view name);

// One number behind an alert: "back_of_baseline 0.03, limit 0.20".
struct EvidenceNumber {
  std::string_view name;  // a threshold's key or a Balance field's name
  double value = 0;
  std::optional<double> limit;
};

// What to do: the remedy for the cause first, then one exercise that fits.
struct Advice {
  std::string_view remedy;       // one sentence
  std::string_view exercise_id;  // exercises.h; empty when none fits
  std::string_view exercise_name;
  std::string_view exercise_dose;
  std::string_view exercise_how;  // its steps, one a line
  std::string_view precaution;
  std::string_view hint = {};  // what about the workplace may be behind it; mostly empty
};

struct Alert {
  std::uint64_t id = 0;  // rises for ever, per chair; restored from the log at start
  Cause cause = Cause::sitting_too_long;
  Moment raised{};
  Moment since{};      // when what it is about began
  double minutes = 0;  // how long it has lasted, breaks and recoveries counted as the policy says
  bool is_repeat = false;
  std::vector<EvidenceNumber> evidence;
  std::vector<Cause> also_due;  // others that were due at the same moment
  Advice advice;
  std::string text;  // one sentence with the numbers
};

// What keeps a cause that is active from raising an alert.
enum class Held : std::uint8_t {
  not_due,
  nothing,  // an alert is raised
  chair_empty,
  alerts_off,
  cause_off,
  snoozed,
  quiet_hours,
  meeting,         // told afterwards, if it is still true then
  baseline_moved,  // posture alerts only: the calibration is in doubt
  sensor_fault,    // posture alerts only: the posture cannot be trusted
  recovering,      // posture alerts only: the posture has ended, and what has built up is being repaid
  already_raised,
  already_repeated,
  same_cause_cooldown,
  any_cause_cooldown,
  backed_off,  // earlier alerts of this cause were ignored, so it is told less often
  limit_reached,
};

std::string_view to_string(Held held);
std::optional<Held> held_from(std::string_view name);

// The condition an alert was about has ended.
struct AlertCleared {
  std::uint64_t id = 0;
  Cause cause = Cause::sitting_too_long;
  Moment at{};
  bool acted_on = false;  // soon enough after the alert to be an answer to it
};

// What keeps a cause from being told has changed; `not_due` when it is not due any more.
struct HeldChanged {
  Cause cause = Cause::sitting_too_long;
  Held held = Held::not_due;
  Moment at{};
  double minutes = 0;  // how much of the cause had built up then
  double limit = 0;    // in minutes; the cause is due from there on
};

}  // namespace chairhub
