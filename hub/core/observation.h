// What the detection says after one frame: the chair's state, the numbers
// behind it, and what just happened. Log, MQTT, page and lights are all views
// of this one value.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "hub/core/alert.h"
#include "hub/core/balance.h"
#include "hub/core/minute.h"
#include "hub/core/pad_health.h"
#include "hub/core/posture.h"
#include "hub/core/profile.h"
#include "hub/core/settings.h"
#include "hub/core/time.h"

namespace chairhub {

// A stretch of one posture ended; the next began at `end`.
struct SpanEnded {
  Posture posture = Posture::unknown;
  Moment start{};
  Moment end{};
};
struct SpanStarted {
  Posture posture = Posture::unknown;
  Moment start{};
  std::string why;  // the numbers behind it, for a person
};
// A bout of sitting between two absences.
struct SittingStarted {
  Moment start{};
};
struct SittingEnded {
  Moment start{};
  Moment end{};
  std::uint32_t shifts = 0;
};
// An absence long enough to count has ended.
struct BreakTaken {
  Moment start{};
  Millis length{};
};
struct Shifted {
  Moment at{};
  bool large = false;
};

// Somebody has answered an exercise.
struct ExerciseAnswered {
  std::string exercise;  // its id (exercises.h)
  ExerciseAnswer answer = ExerciseAnswer::done;
  Moment at{};
};
// The load looks like somebody else's than the profile in use.
struct ProfileSuggested {
  std::string profile;  // empty: nobody's who is known
  std::string why;      // the numbers, for a person
  Moment at{};
};
// A pad's zero was taken anew, because the chair was certainly empty.
struct ZeroMoved {
  std::size_t pad = 0;  // index into Chair::pads
  double from = 0;      // counts
  double to = 0;
  Moment at{};
};
// From now on the calibration is in doubt, or not any more. Posture alerts are
// held while it is.
struct BaselineDoubted {
  bool is_doubted = false;
  std::string why;  // for a person; empty when it is trusted again
  Moment at{};
};

using Event =
    std::variant<SpanEnded, SpanStarted, SittingStarted, SittingEnded, BreakTaken, Shifted, Alert, AlertCleared,
                 PadStatusChanged, Minute, HeldChanged, ExerciseAnswered, ProfileSuggested, ZeroMoved, BaselineDoubted>;

// What is due next and when, for the page and for people who ask.
struct SittingTimes {
  Millis today{};    // sitting since local midnight
  Millis session{};  // sitting since the last full break, partial breaks credited
  Millis still{};    // since the last posture shift
  std::optional<Moment> last_break;
  double shifts_per_hour = 0;  // over the last hour of sitting
  double supported_share = 0;  // of today's decided sitting time, 0..1
};

// What would be told next if everything stayed as it is.
struct NextDue {
  Cause cause = Cause::sitting_too_long;
  Millis in{};
};

struct Observation {
  Moment at{};
  Posture posture = Posture::unknown;
  Moment posture_since{};
  bool occupied = false;
  std::optional<bool> supported;  // unset where it cannot be known
  bool forward = false;
  Lean lean = Lean::none;
  bool calibrated = false;  // this person's baseline is known
  Balance balance;
  std::string why;  // the numbers behind the posture when it began, for a person
  SittingTimes times;
  std::optional<NextDue> next_due;         // unset while nobody sits or nothing builds up
  Profile profile;                         // who is taken to sit there
  std::string doubt;                       // why the calibration is in doubt; empty while it is trusted
  std::array<bool, cause_count> active{};  // by Cause: the condition holds beyond its limit
  std::array<Held, cause_count> held{};    // by Cause: what keeps it from raising an alert
  std::vector<Event> events;               // since the previous frame
  bool is_tick = false;                    // a half second is complete; all but the events is unchanged otherwise
  bool calibration_changed = false;        // a tare or a guided calibration has finished, or a sitting taught more
};

}  // namespace chairhub
