#include "hub/core/daily_plan.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace chairhub {
namespace {

// Engineering defaults: short enough to be done.
constexpr std::size_t fitting_stretches = 2;
constexpr std::size_t all_stretches = 3;
constexpr std::chrono::days of_late{7};
// The alert of the last hour is what somebody asks about.
constexpr std::chrono::hours asked_about{1};

using Ids = std::span<const std::string_view>;
constexpr std::array<std::string_view, 2> for_too_long{"standing_curl_down", "back_extension"};
constexpr std::array<std::string_view, 2> for_forward{"back_extension", "arm_opener"};
constexpr std::array<std::string_view, 2> for_static{"mid_back_rotation", "side_bend"};
constexpr std::array<std::string_view, 2> for_unsupported{"standing_curl_down", "mid_back_rotation"};
constexpr std::array<std::string_view, 2> for_asymmetric{"side_bend", "mid_back_rotation"};

Ids best_for(Cause cause) {
  switch (cause) {
    case Cause::sitting_too_long:
      return for_too_long;
    case Cause::bent_forward:
      return for_forward;
    case Cause::static_too_long:
      return for_static;
    case Cause::unsupported_upright:
      return for_unsupported;
    case Cause::asymmetric:
      return for_asymmetric;
  }
  throw std::logic_error("a cause without stretches");
}

struct Today {
  WallTime begin;
  WallTime yesterday;
  std::size_t number;  // counts the days
};

Today today_of(WallTime now, const LocalTime& local_time) {
  Today today;
  today.begin = local_time.midnight_before(now);
  today.yesterday = local_time.midnight_before(today.begin - Millis(1));
  const auto noon = today.begin + std::chrono::hours(12);
  today.number = static_cast<std::size_t>(std::chrono::floor<std::chrono::days>(noon).time_since_epoch().count());
  return today;
}

bool was_done_since(std::string_view id, WallTime since, const CoachResume& memory) {
  return std::any_of(memory.answers.begin(), memory.answers.end(), [&](const auto& answer) {
    return answer.exercise == id && answer.answer == ExerciseAnswer::done && answer.at >= since;
  });
}

// A day of rest follows a day of strength; who never answers gets every other date.
bool is_strength_day(const Today& today, const CoachResume& memory) {
  const CoachResume::Answer* last = nullptr;
  for (const auto& answer : memory.answers) {
    const Exercise* const exercise = find_exercise(answer.exercise);
    if (exercise && exercise->strength && answer.answer == ExerciseAnswer::done) last = &answer;
  }
  if (!last) return today.number % 2 == 0;
  return last->at >= today.begin || last->at < today.yesterday;
}

std::vector<const Exercise*> stretches_for(Cause cause, const Today& today, const Exerciser& who) {
  std::vector<const Exercise*> chosen;
  for (const std::string_view id : best_for(cause))
    if (const Exercise* one = find_exercise(id); is_open_to(*one, who, false)) chosen.push_back(one);
  chosen.resize(std::min(chosen.size(), fitting_stretches));
  std::vector<const Exercise*> others;
  for (const Exercise& one : exercises())
    if (!one.strength && is_open_to(one, who, false) && std::find(chosen.begin(), chosen.end(), &one) == chosen.end())
      others.push_back(&one);
  for (std::size_t turn = 0; chosen.size() < all_stretches && turn < others.size(); ++turn)
    chosen.push_back(others[(today.number + turn) % others.size()]);
  return chosen;
}

}  // namespace

Cause main_cause(const CoachResume& memory, WallTime now) {
  std::array<int, cause_count> counts{};
  for (const auto& offer : memory.offers)
    if (offer.at < now && now - offer.at < of_late) ++counts.at(static_cast<std::size_t>(offer.cause));
  const auto* const most = std::max_element(counts.begin(), counts.end());
  return *most == 0 ? Cause::static_too_long : static_cast<Cause>(most - counts.begin());
}

DailyPlan plan_for(WallTime now, const LocalTime& local_time, const CoachResume& memory, const Exerciser& who) {
  const Today today = today_of(now, local_time);
  const auto item = [&](const Exercise& one) { return PlanItem{&one, was_done_since(one.id, today.begin, memory)}; };
  DailyPlan plan;
  // By what was told before today, so that the plan stays what it was in the morning.
  for (const Exercise* one : stretches_for(main_cause(memory, today.begin), today, who))
    plan.stretches.push_back(item(*one));
  plan.strength_day = is_strength_day(today, memory);
  for (const Exercise& one : exercises())
    if (plan.strength_day && one.strength && is_open_to(one, who, false)) plan.strength.push_back(item(one));
  return plan;
}

AdviceNow advice_now(const CoachResume& memory, const Exerciser& who, bool seated, WallTime now, Language language) {
  AdviceNow found;
  found.asked_by_alert = !memory.offers.empty() && now - memory.offers.back().at < asked_about;
  found.cause = found.asked_by_alert ? memory.offers.back().cause : main_cause(memory, now);
  const Occasion occasion{seated ? found.cause : Cause::sitting_too_long, seated,
                          found.asked_by_alert && found.cause == Cause::bent_forward, now};
  found.advice = advice_for(occasion, memory, who, language);
  return found;
}

}  // namespace chairhub
