#include "drivers/simulated/sitting_chair.h"

#include <algorithm>

#include "drivers/simulated/random.h"
#include "drivers/simulated/tick.h"

namespace chairhub::simulated {
namespace {

constexpr double change_s = 1.5;  // how long a body takes from one stance to the next
constexpr std::uint64_t sway_ticks = 75;
constexpr std::uint64_t stream_weight = 10;
constexpr std::uint64_t stream_sideways = 11;
constexpr std::uint64_t stream_forward = 12;

}  // namespace

SittingChair::SittingChair(const Chair& chair, const Scenario& scenario, std::uint64_t seed)
    : chair_(chair),
      scenario_(scenario),
      seed_(seed),
      body_(chair),
      coat_(body_.coat_forces()),
      from_(chair.pads.size(), 0.0),
      to_(chair.pads.size(), 0.0) {
  for (std::size_t pad = 0; pad < chair.pads.size(); ++pad) fsrs_.emplace_back(seed, pad);
  begin_day(seed);
}

void SittingChair::begin_day(std::uint64_t seed) {
  stances_ = tell_story(scenario_, seed);
  stances_.push_back({scenario_.length(), Pose::empty, 0, 0, 0});
  next_stance_ = 0;
}

void SittingChair::advance(Millis now) {
  while (next_stance_ < stances_.size() && stances_[next_stance_].from <= now) change_stance(stances_[next_stance_++]);
  const double part = progress();
  const double weight = alive_ ? 1 + 0.03 * sway(stream_weight) : 1;
  const double sideways = alive_ ? 0.05 * sway(stream_sideways) : 0;
  const double forward = alive_ ? 0.05 * sway(stream_forward) : 0;
  const bool has_coat = std::any_of(scenario_.coats.begin(), scenario_.coats.end(), [&](const TimeSpan& coat) {
    const Millis of_day = scenario_.begin() + now;
    return of_day >= coat.from && of_day < coat.to;
  });
  for (std::size_t pad = 0; pad < fsrs_.size(); ++pad) {
    double force = from_[pad] + (to_[pad] - from_[pad]) * part;
    force *= weight * (1 + sideways * chair_.pads[pad].x + forward * (2 * chair_.pads[pad].y - 1));
    fsrs_[pad].press(has_coat ? force + coat_[pad] : force);
  }
  ++ticks_;
}

void SittingChair::change_stance(const Stance& stance) {
  const double part = progress();
  for (std::size_t pad = 0; pad < from_.size(); ++pad) from_[pad] += (to_[pad] - from_[pad]) * part;
  to_ = body_.forces(stance);
  alive_ = stance.pose != Pose::empty && stance.pose != Pose::bag;
  changed_ = ticks_;
}

// 0 at the change, 1 when it is done, without a jerk at either end.
double SittingChair::progress() const {
  const double part = std::min(1.0, static_cast<double>(ticks_ - changed_) * tick_s / change_s);
  return part * part * (3 - 2 * part);
}

// Wanders between -1 and 1, with a new aim every one and a half seconds.
double SittingChair::sway(std::uint64_t stream) const {
  const std::uint64_t aim = ticks_ / sway_ticks;
  const double part = static_cast<double>(ticks_ % sway_ticks) / static_cast<double>(sway_ticks);
  const double last = even_at(seed_, stream, aim);
  return last + (even_at(seed_, stream, aim + 1) - last) * part;
}

}  // namespace chairhub::simulated
