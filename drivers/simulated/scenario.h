// A scenario: who sits how and when, and what breaks. Plain data, read from a
// small line-based text (README.md shows it). Decides what a scenario may say;
// story.h fills in the habits.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/core/result.h"
#include "hub/core/time.h"

namespace chairhub::simulated {

// What is on the chair.
enum class Pose : std::uint8_t {
  empty,
  bag,
  supported,
  unsupported_upright,
  bent_forward,
  slumped,
  lean_left,
  lean_right,
  leaning_on_the_desk,
  cat,
  pushed,  // nobody on it, and it is pushed around
};

// Who sits there, and what they do on their own while the scenario says "sit".
struct Sitter {
  double weight_kg = 75;
  double bag_kg = 6;  // what they put on the seat
  double shifts_per_hour = 14;
  double lean_backs_per_hour = 0;
  double bends_per_hour = 0;
  double slumps_per_hour = 0;
  double leaves_per_hour = 0;
};

// Times are since midnight of the scenario's day.
struct SitterChange {
  Millis at{};
  Sitter sitter;
};
struct Step {
  Millis at{};
  Pose pose = Pose::empty;
  std::optional<Millis> length;  // then as before; without one, until the next step
};
struct TimeSpan {
  Millis from{};
  Millis to{};
};

enum class FaultKind : std::uint8_t { dead, stuck, saturated, noisy, missing, drift, open_wire, short_circuit };
struct FaultPlan {
  std::string pad;  // its name, or "seat.1", "back.2": the first of the seat, the second of the back
  FaultKind kind = FaultKind::dead;
  std::optional<double> value;  // stuck: the counts it shows; drift: percent of the span at the end
  TimeSpan when;
  std::string where;  // "file:line:column" of the pad's name
};

// Somebody presses one pad with a thumb.
struct PressPlan {
  std::string pad;  // as in a FaultPlan
  TimeSpan when;
  std::string where;  // likewise
};

struct Scenario {
  std::uint64_t seed = 1;
  std::vector<SitterChange> sitters = {SitterChange{}};  // the first is there from the beginning
  std::vector<Step> steps;                               // rising; at least one
  std::vector<TimeSpan> coats;                           // a coat hangs over the backrest
  std::vector<TimeSpan> cushions;                        // a cushion is behind the low back
  double zero_drift_per_hour = 0;                        // percent of the span, of every pad, from the beginning on
  std::vector<FaultPlan> faults;
  std::vector<PressPlan> presses;
  Millis end{};

  Millis begin() const { return steps.front().at; }
  Millis length() const { return end - begin(); }
};

// Errors name file, line and column and say what is allowed. `file` is only for them.
Result<Scenario> parse_scenario(std::string_view text, const std::string& file);

}  // namespace chairhub::simulated
