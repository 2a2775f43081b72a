// What its owner may change while the hub runs, and what they may ask for.
// Arrives from MQTT, HTTP or the terminal, is kept in the log, and survives a restart.

#pragma once

#include <array>
#include <optional>
#include <set>
#include <string>
#include <variant>

#include "hub/core/alert.h"
#include "hub/core/language.h"
#include "hub/core/thresholds.h"
#include "hub/core/time.h"

namespace chairhub {

// A part of every day in which no alert is raised, by the clock on the wall:
// [from, to), over midnight when `to` is earlier. from == to is not allowed.
struct QuietHours {
  Minutes from{};  // since 00:00, 0 to 1439
  Minutes to{};

  bool is_valid() const;
  bool contains(Millis clock_time) const;
  // How long after `clock_time`, which may lie beyond 24:00, they are over; zero outside them.
  Millis until_over(Millis clock_time) const;
  friend bool operator==(const QuietHours&, const QuietHours&) = default;
};

std::string in_words(const QuietHours& hours);  // "22:00-07:00"

// What a person says about an exercise they were shown.
enum class ExerciseAnswer : std::uint8_t {
  done,
  skip,   // not now
  hurts,  // never again, until it is taken back
};
std::string_view to_string(ExerciseAnswer answer);
std::optional<ExerciseAnswer> exercise_answer_from(std::string_view name);

struct Settings {
  bool alerts = true;                     // alerts on; off silences them until switched on
  bool paused = false;                    // nothing is judged, logged or published but this
  bool meeting = false;                   // alerts are held until it ends, then told if still true
  std::optional<WallTime> meeting_until;  // when a meeting that nobody ends is over
  std::optional<WallTime> snoozed_until;  // always ends by itself
  std::optional<Minutes> snoozed_for;     // the length that was asked for; unset: until tomorrow, or no snooze
  std::optional<QuietHours> quiet_hours;
  Language language = Language::english;
  std::string profile;                                   // the name of who sits there; empty: the chair's first profile
  std::set<std::string, std::less<>> retired_exercises;  // by id; they hurt
  std::array<bool, cause_count> cause_on = {true, true, true, true, false};  // by Cause; asymmetric is off by default
  Thresholds thresholds;
};

// The longest snooze: until tomorrow, on the day that has 25 hours.
inline constexpr Millis longest_snooze = std::chrono::hours(25);

// A snooze and a meeting end by themselves, also when the clock was set back
// since they began. True when that changed the settings.
bool end_what_is_over(Settings& settings, WallTime now);

struct SetAlerts {
  bool on;
};
struct SetCause {
  Cause cause;
  bool on;
};
struct SetPaused {
  bool on;
};
struct SetMeeting {
  bool on;
};
struct SetQuietHours {
  std::optional<QuietHours> hours;  // unset: none
};
struct SetLanguage {
  Language language;
};
struct SelectProfile {
  std::string name;
};
struct AnswerExercise {
  std::string exercise;  // its id (exercises.h); empty: the last one offered
  ExerciseAnswer answer;
};
struct RestoreExercise {
  std::string exercise;  // a retired one
};
struct SetThreshold {
  std::string key;
  double value;
};
struct Snooze {
  Minutes length;
};  // 0 ends a snooze
struct SnoozeUntilTomorrow {};
struct Tare {};            // take the zero of the empty chair
struct CalibrateStart {};  // the guided calibration (calibration_steps.h)
struct CalibrateNext {};
struct CalibrateCancel {};

using Command = std::variant<SetAlerts, SetCause, SetPaused, SetMeeting, SetQuietHours, SetLanguage, SelectProfile,
                             AnswerExercise, RestoreExercise, SetThreshold, Snooze, SnoozeUntilTomorrow, Tare,
                             CalibrateStart, CalibrateNext, CalibrateCancel>;

}  // namespace chairhub
