// Pairs the cause of an alert with what helps: first the remedy for the cause,
// then one exercise that fits it and can be done right there, and, when a
// cause keeps coming back, at most once a week what about the workplace may be
// behind it. Learns from answers: what hurts is never offered again.
// docs/coach.md has the rules with their sources.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hub/core/alert.h"
#include "hub/core/chair.h"
#include "hub/core/exercises.h"
#include "hub/core/local_time.h"
#include "hub/core/observation.h"
#include "hub/core/profile.h"
#include "hub/core/result.h"
#include "hub/core/settings.h"

namespace chairhub {

// What the coach remembers, oldest first; begins with what the log knows.
struct CoachResume {
  // Engineering default: what is older says little about today.
  static constexpr std::chrono::days kept{14};

  struct Offer {  // an alert
    Cause cause = Cause::sitting_too_long;
    WallTime at{};
    std::string exercise;  // empty: none went with it
    bool hinted = false;
  };
  struct Answer {
    std::string exercise;
    ExerciseAnswer answer = ExerciseAnswer::done;
    WallTime at{};
  };
  std::vector<Offer> offers;
  std::vector<Answer> answers;
};

// The exercises that fit `cause`, the best one first; all can be done in the
// chair when `seated`, standing beside it when not.
std::span<const std::string_view> fitting(Cause cause, bool seated, bool after_bending);

// The remedy and one exercise for `cause`, by what was offered and answered so
// far. Pure: the same memory gives the same advice.
struct Occasion {
  Cause cause = Cause::sitting_too_long;
  bool seated = true;          // still sitting when the exercise begins
  bool after_bending = false;  // no more bending of what has just been bent for long
  WallTime now{};
};
Advice advice_for(const Occasion& occasion, const CoachResume& memory, const Exerciser& who, Language language);

// What about the workplace may be behind `cause`: empty unless the cause keeps
// coming back and no hint was given of late.
std::string_view hint_for(Cause cause, const CoachResume& memory, ProfileKind kind, Language language,
                          const LocalTime& local_time, WallTime now);

class Coach {
 public:
  // `chair` and `local_time` outlive this.
  Coach(const Chair& chair, const LocalTime& local_time, CoachResume resume)
      : chair_(chair), local_time_(local_time), memory_(std::move(resume)) {}

  // What goes with this alert; remembered as offered.
  Advice advise(const Alert& alert, const Settings& settings, ProfileKind kind);

  // An answer; without an exercise it is about the last one offered. `hurts`
  // retires the exercise in `settings`.
  Result<ExerciseAnswered> answer(const AnswerExercise& answer, Settings& settings, Moment now);
  // Takes a retirement back.
  static Result<void> restore(const RestoreExercise& restore, Settings& settings);

 private:
  bool is_after_bending(const Alert& alert) const;
  void forget_old(WallTime now);

  const Chair& chair_;
  const LocalTime& local_time_;
  CoachResume memory_;
};

}  // namespace chairhub
