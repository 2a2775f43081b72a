#include "hub/core/settings.h"

#include <algorithm>

#include <fmt/format.h>

#include "hub/core/units.h"

namespace chairhub {
namespace {

constexpr Millis day = std::chrono::hours(24);

}  // namespace

bool QuietHours::is_valid() const {
  const auto is_time_of_day = [](Minutes time) { return time >= Minutes(0) && time < day; };
  return is_time_of_day(from) && is_time_of_day(to) && from != to;
}

bool QuietHours::contains(Millis clock_time) const {
  if (from <= to) return clock_time >= from && clock_time < to;
  return clock_time >= from || clock_time < to;
}

Millis QuietHours::until_over(Millis clock_time) const {
  clock_time %= day;
  if (!contains(clock_time)) return Millis{0};
  return (to - clock_time + day) % day;
}

bool end_what_is_over(Settings& settings, WallTime now) {
  const auto snoozed_until = settings.snoozed_until;
  const auto meeting_until = settings.meeting_until;
  if (snoozed_until) settings.snoozed_until = std::min(*snoozed_until, now + longest_snooze);
  if (snoozed_until && now >= *snoozed_until) settings.snoozed_until.reset();
  if (!settings.snoozed_until) settings.snoozed_for.reset();

  const WallTime latest = now + minutes(settings.thresholds.meeting_max_min);
  if (settings.meeting) settings.meeting_until = std::min(meeting_until.value_or(latest), latest);
  if (settings.meeting && now >= *settings.meeting_until) settings.meeting = false;
  if (!settings.meeting) settings.meeting_until.reset();
  return settings.snoozed_until != snoozed_until || settings.meeting_until != meeting_until;
}

std::string in_words(const QuietHours& hours) {
  return fmt::format("{:02}:{:02}-{:02}:{:02}", hours.from.count() / 60, hours.from.count() % 60, hours.to.count() / 60,
                     hours.to.count() % 60);
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
