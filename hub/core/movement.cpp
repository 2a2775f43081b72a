#include "hub/core/movement.h"

#include <algorithm>
#include <cmath>

#include "hub/core/units.h"

namespace chairhub {

void Movement::restart(SteadyTime now) {
  take_place_anew();
  still_since_ = now;
  begun_ = now;
}

void Movement::take_place_anew() {
  settled_.reset();
  moving_since_.reset();
}

// Leaning back or sitting up moves the whole trunk, however little the seat feels of it.
double Movement::distance(const Position& a, const Position& b) {
  constexpr double trunk = 1;
  if (a.supported && b.supported && *a.supported != *b.supported) return trunk;
  return std::max(std::abs(a.left_right - b.left_right), std::abs(a.front_back - b.front_back));
}

std::optional<Shifted> Movement::update(const Balance& balance, std::optional<bool> supported, Moment now,
                                        const Thresholds& thresholds) {
  const Position here{balance.left_right, balance.front_back, supported};
  // Whoever has just sat down is not at rest yet.
  if (!settled_ || now.steady - begun_ < seconds(thresholds.shift_hold_s)) settled_ = here;
  if (distance(here, *settled_) < thresholds.shift_threshold) {
    moving_since_.reset();
    return std::nullopt;
  }
  // The new place has to be held: whoever moves on starts the wait again.
  if (!moving_since_ || distance(here, moved_to_) >= thresholds.shift_threshold) {
    moving_since_ = now;
    moved_to_ = here;
  }
  if (now.steady - moving_since_->steady < seconds(thresholds.shift_hold_s)) return std::nullopt;
  if (last_shift_ && now.steady - *last_shift_ < seconds(thresholds.shift_refractory_s)) return std::nullopt;

  const Shifted shift{*moving_since_, distance(here, *settled_) >= thresholds.shift_large};
  settled_ = here;
  moving_since_.reset();
  last_shift_ = now.steady;
  still_since_ = now.steady;
  recent_.push_back(now.steady);
  return shift;
}

std::size_t Movement::shifts_in_last_hour(SteadyTime now) {
  while (!recent_.empty() && now - recent_.front() > std::chrono::hours(1)) recent_.pop_front();
  return recent_.size();
}

}  // namespace chairhub
