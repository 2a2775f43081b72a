#include "hub/core/settings.h"

namespace chairhub {

bool QuietHours::contains(Millis clock_time) const {
  if (from <= to) return clock_time >= from && clock_time < to;
  return clock_time >= from || clock_time < to;
}

std::string_view to_string(ExerciseAnswer answer) {
  switch (answer) {
    case ExerciseAnswer::done:
      return "done";
    case ExerciseAnswer::skip:
      return "skip";
    case ExerciseAnswer::hurts:
      return "hurts";
  }
  return "";
}

std::optional<ExerciseAnswer> exercise_answer_from(std::string_view name) {
  for (const auto answer : {ExerciseAnswer::done, ExerciseAnswer::skip, ExerciseAnswer::hurts})
    if (to_string(answer) == name) return answer;
  return std::nullopt;
}

}  // namespace chairhub
