#include "hub/core/alert_history.h"

#include <algorithm>
#include <cmath>

namespace chairhub {
namespace {

constexpr Millis longest_day = std::chrono::hours(25);  // when daylight saving ends

}  // namespace

void AlertHistory::add(Cause cause, SteadyTime at) {
  auto& last = last_of_[static_cast<std::size_t>(cause)];
  last = std::max(last.value_or(at), at);
  raised_.insert(std::upper_bound(raised_.begin(), raised_.end(), at), at);
  while (raised_.back() - raised_.front() > longest_day) raised_.pop_front();
}

std::optional<Millis> AlertHistory::since_last(Cause cause, SteadyTime now) const {
  const auto& last = last_of_[static_cast<std::size_t>(cause)];
  return last ? std::optional(now - *last) : std::nullopt;
}

Millis AlertHistory::until_free(Millis interval, SteadyTime now) const {
  return raised_.empty() ? Millis{0} : std::max(interval - (now - raised_.back()), Millis{0});
}

Millis AlertHistory::until_hour_has_room(double limit, SteadyTime now) const {
  constexpr Millis hour = std::chrono::hours(1);
  const auto allowed = static_cast<std::size_t>(std::ceil(limit));
  if (raised_.size() < allowed) return Millis{0};
  // There is room when all but the last ones before the limit are an hour old.
  return std::max(hour - (now - raised_[raised_.size() - allowed]), Millis{0});
}

Millis AlertHistory::until_day_has_room(double limit, Millis since_midnight, Millis until_midnight,
                                        SteadyTime now) const {
  const auto today =
      std::count_if(raised_.begin(), raised_.end(), [&](SteadyTime at) { return now - at <= since_midnight; });
  return static_cast<double>(today) < limit ? Millis{0} : std::max(until_midnight, Millis{1});
}

}  // namespace chairhub
