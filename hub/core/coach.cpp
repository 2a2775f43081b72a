#include "hub/core/coach.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <tuple>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace chairhub {
namespace {

// Engineering defaults.
constexpr std::chrono::hours skipped_lately{24};
constexpr std::chrono::hours offered_lately{24};
constexpr std::ptrdiff_t most_places_up = 2;  // for an exercise that was done
// Twice the 9.4 min in which a bent spine creeps (McGill & Brown 1992), and it recovers more slowly.
constexpr Minutes bent_lately{20};

using Ids = std::span<const std::string_view>;
constexpr std::array<std::string_view, 2> fits_forward{"back_extension", "mid_back_rotation"};
constexpr std::array<std::string_view, 3> fits_static{"mid_back_rotation", "side_bend", "back_extension"};
constexpr std::array<std::string_view, 2> fits_unsupported{"mid_back_rotation", "side_bend"};
constexpr std::array<std::string_view, 3> fits_too_long_seated{"back_extension", "mid_back_rotation", "side_bend"};
constexpr std::array<std::string_view, 2> fits_standing{"standing_curl_down", "side_bend"};
constexpr std::array<std::string_view, 2> fits_standing_after_bending{"back_extension", "side_bend"};
constexpr std::array<std::string_view, 1> fits_asymmetric{"side_bend"};

TextKey remedy_for(Cause cause, ProfileKind kind) {
  const bool wheelchair = kind == ProfileKind::wheelchair;
  switch (cause) {
    case Cause::sitting_too_long:
      return wheelchair ? TextKey::remedy_sitting_too_long_wheelchair : TextKey::remedy_sitting_too_long;
    case Cause::bent_forward:
      return TextKey::remedy_bent_forward;
    case Cause::static_too_long:
      return wheelchair ? TextKey::remedy_static_too_long_wheelchair : TextKey::remedy_static_too_long;
    case Cause::unsupported_upright:
      return TextKey::remedy_unsupported_upright;
    case Cause::asymmetric:
      return wheelchair ? TextKey::remedy_asymmetric_wheelchair : TextKey::remedy_asymmetric;
  }
  throw std::logic_error("a cause without a remedy");
}

// What the last days say about one exercise.
class Record {
 public:
  Record(std::string_view id, const CoachResume& memory, WallTime now) {
    for (const auto& offer : memory.offers)
      if (offer.exercise == id && now - offer.at < offered_lately) ++offered_;
    for (const auto& answer : memory.answers) {
      if (answer.exercise != id) continue;
      if (answer.answer == ExerciseAnswer::done) ++done_;
      was_skipped_ = answer.answer == ExerciseAnswer::skip && now - answer.at < skipped_lately;
    }
    const auto last = std::find_if(memory.offers.rbegin(), memory.offers.rend(),
                                   [](const auto& offer) { return !offer.exercise.empty(); });
    is_last_ = last != memory.offers.rend() && last->exercise == id;
  }

  // The lowest comes next: not one that was skipped, not the same again, and
  // of the others the one that was offered least; one that was done is
  // preferred.
  std::tuple<bool, bool, std::ptrdiff_t> rank(std::ptrdiff_t place, std::ptrdiff_t candidates) const {
    return {was_skipped_, is_last_, place + offered_ * candidates - std::min(done_, most_places_up)};
  }

 private:
  std::ptrdiff_t offered_ = 0;
  std::ptrdiff_t done_ = 0;
  bool was_skipped_ = false;
  bool is_last_ = false;
};

const Exercise* choose(const Occasion& occasion, const CoachResume& memory, const Exerciser& who) {
  const bool seated = occasion.seated || who.kind == ProfileKind::wheelchair;
  const Ids ids = fitting(occasion.cause, seated, occasion.after_bending);
  const Exercise* best = nullptr;
  std::tuple<bool, bool, std::ptrdiff_t> best_rank;
  for (std::size_t place = 0; place < ids.size(); ++place) {
    const Exercise* const one = find_exercise(ids[place]);
    if (!is_open_to(*one, who, seated)) continue;
    const auto rank = Record(one->id, memory, occasion.now).rank(static_cast<std::ptrdiff_t>(place), std::ssize(ids));
    if (best && best_rank <= rank) continue;
    best = one;
    best_rank = rank;
  }
  return best;
}

}  // namespace

std::span<const std::string_view> fitting(Cause cause, bool seated, bool after_bending) {
  switch (cause) {
    case Cause::sitting_too_long:
      if (seated) return fits_too_long_seated;
      return after_bending ? Ids(fits_standing_after_bending) : Ids(fits_standing);
    case Cause::bent_forward:
      return fits_forward;
    case Cause::static_too_long:
      return fits_static;
    case Cause::unsupported_upright:
      return fits_unsupported;
    case Cause::asymmetric:
      return fits_asymmetric;
  }
  throw std::logic_error("a cause without exercises");
}

Advice advice_for(const Occasion& occasion, const CoachResume& memory, const Exerciser& who, Language language) {
  Advice advice;
  advice.remedy = say(remedy_for(occasion.cause, who.kind), language);
  const Exercise* const exercise = choose(occasion, memory, who);
  if (!exercise) return advice;
  advice.exercise_id = exercise->id;
  advice.exercise_name = say(exercise->name, language);
  advice.exercise_dose = say(exercise->dose, language);
  advice.exercise_how = say(exercise->steps, language);
  advice.precaution = precaution_of(*exercise, who, occasion.seated, language);
  return advice;
}

// The alert about sitting too long is answered by getting up, so its exercise
// begins beside the chair; every other one is answered in it.
Advice Coach::advise(const Alert& alert, const Settings& settings, ProfileKind kind) {
  const WallTime now = alert.raised.wall;
  forget_old(now);
  const Exerciser who{kind, chair_.armrests, settings.retired_exercises};
  const Occasion occasion{alert.cause, alert.cause != Cause::sitting_too_long, is_after_bending(alert), now};
  Advice advice = advice_for(occasion, memory_, who, settings.language);
  memory_.offers.push_back({alert.cause, now, std::string(advice.exercise_id), false});
  advice.hint = hint_for(alert.cause, memory_, kind, settings.language, local_time_, now);
  memory_.offers.back().hinted = !advice.hint.empty();
  return advice;
}

bool Coach::is_after_bending(const Alert& alert) const {
  if (std::find(alert.also_due.begin(), alert.also_due.end(), Cause::bent_forward) != alert.also_due.end()) return true;
  return std::any_of(memory_.offers.begin(), memory_.offers.end(), [&](const auto& offer) {
    return offer.cause == Cause::bent_forward && alert.raised.wall - offer.at < bent_lately;
  });
}

void Coach::forget_old(WallTime now) {
  const auto is_old = [now](const auto& one) { return now - one.at > CoachResume::kept; };
  std::erase_if(memory_.offers, is_old);
  std::erase_if(memory_.answers, is_old);
}

Result<ExerciseAnswered> Coach::answer(const AnswerExercise& answer, Settings& settings, Moment now) {
  std::string id = answer.exercise;
  if (id.empty())
    for (const auto& offer : memory_.offers)
      if (!offer.exercise.empty()) id = offer.exercise;
  if (id.empty()) return failure("no exercise was offered yet, so the answer has to name one");
  if (const auto known = exercise_named(id); !known) return tl::unexpected(known.error());
  if (answer.answer == ExerciseAnswer::hurts) settings.retired_exercises.insert(id);
  memory_.answers.push_back({id, answer.answer, now.wall});
  return ExerciseAnswered{id, answer.answer, now};
}

Result<void> Coach::restore(const RestoreExercise& restore, Settings& settings) {
  if (const auto known = exercise_named(restore.exercise); !known) return tl::unexpected(known.error());
  if (settings.retired_exercises.erase(restore.exercise) > 0) return {};
  if (settings.retired_exercises.empty()) return failure("no exercise is retired");
  return failure(
      fmt::format("{} is not retired; retired: {}", restore.exercise, fmt::join(settings.retired_exercises, ", ")));
}

}  // namespace chairhub
