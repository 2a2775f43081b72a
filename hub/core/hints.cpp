// When a cause keeps coming back, the workplace may be behind it.

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>

#include "hub/core/coach.h"

namespace chairhub {
namespace {

// Engineering defaults.
constexpr int days_looked_at = 5;
constexpr std::size_t days_to_recur = 3;
constexpr std::chrono::days between_hints{7};

using Keys = std::span<const TextKey>;
// From the article, but for reach and level, which are ours.
constexpr std::array hints_too_long{TextKey::hint_breaks};
constexpr std::array hints_forward{TextKey::hint_desk, TextKey::hint_screen, TextKey::hint_surface};
constexpr std::array hints_static{TextKey::hint_reach};
constexpr std::array hints_unsupported{TextKey::hint_cushion};
constexpr std::array hints_asymmetric{TextKey::hint_level};

Keys hints_of(Cause cause, ProfileKind kind) {
  const bool wheelchair = kind == ProfileKind::wheelchair;
  switch (cause) {
    case Cause::sitting_too_long:
      return wheelchair ? Keys{} : Keys(hints_too_long);
    case Cause::bent_forward:
      return hints_forward;
    case Cause::static_too_long:
      return wheelchair ? Keys{} : Keys(hints_static);
    case Cause::unsupported_upright:
      return hints_unsupported;
    case Cause::asymmetric:
      return hints_asymmetric;
  }
  throw std::logic_error("a cause without a place among the hints");
}

bool keeps_coming_back(Cause cause, const CoachResume& memory, const LocalTime& local_time, WallTime now) {
  WallTime first = local_time.midnight_before(now);
  for (int day = 1; day < days_looked_at; ++day) first = local_time.midnight_before(first - Millis(1));
  std::set<WallTime> days;
  for (const auto& offer : memory.offers)
    if (offer.cause == cause && offer.at >= first && offer.at <= now) days.insert(local_time.midnight_before(offer.at));
  return days.size() >= days_to_recur;
}

}  // namespace

std::string_view hint_for(Cause cause, const CoachResume& memory, ProfileKind kind, Language language,
                          const LocalTime& local_time, WallTime now) {
  const Keys hints = hints_of(cause, kind);
  const bool hinted_lately = std::any_of(memory.offers.begin(), memory.offers.end(), [now](const auto& offer) {
    return offer.hinted && now - offer.at < between_hints;
  });
  if (hints.empty() || hinted_lately || !keeps_coming_back(cause, memory, local_time, now)) return {};
  // They take turns week by week, so that what did not help is not all that is ever said.
  const auto week = std::chrono::floor<std::chrono::weeks>(now).time_since_epoch().count();
  return say(hints[static_cast<std::size_t>(week) % hints.size()], language);
}

}  // namespace chairhub
