#include "drivers/simulated/sitting_chair.h"

#include <algorithm>
#include <cmath>

#include "drivers/simulated/pad_words.h"
#include "drivers/simulated/random.h"
#include "drivers/simulated/tick.h"

namespace chairhub::simulated {
namespace {

constexpr double change_s = 1.5;  // how long a body takes from one stance to the next
constexpr std::uint64_t sway_ticks = 75;
constexpr std::uint64_t stream_weight = 10;
constexpr std::uint64_t stream_sideways = 11;
constexpr std::uint64_t stream_forward = 12;
constexpr std::uint64_t stream_knock = 2000;  // plus the pad

// How a body moves by itself, as parts of its load.
struct Liveliness {
  double weight, sideways, forward;
};
Liveliness liveliness(Pose pose) {
  switch (pose) {
    case Pose::empty:
    case Pose::bag:
    case Pose::pushed:
      return {0, 0, 0};
    case Pose::cat:
      return {0.05, 0.3, 0.3};
    default:
      return {0.03, 0.05, 0.05};
  }
}

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

Result<SittingChair> SittingChair::make(const Chair& chair, const Scenario& scenario, std::uint64_t seed) {
  SittingChair made(chair, scenario, seed);
  for (const PressPlan& plan : scenario.presses) {
    const auto pad = find_pad(chair, plan.pad, plan.where);
    if (!pad) return tl::unexpected(pad.error());
    made.presses_.push_back({*pad, plan.when});
  }
  return made;
}

void SittingChair::begin_day(std::uint64_t seed) {
  stances_ = tell_story(scenario_, seed);
  stances_.push_back({scenario_.length(), Pose::empty, 0, 0, 0});
  next_stance_ = 0;
}

void SittingChair::advance(Millis now) {
  while (next_stance_ < stances_.size() && stances_[next_stance_].from <= now) change_stance(stances_[next_stance_++]);
  const double part = progress();
  const Liveliness lively = liveliness(pose_);
  const double weight = (1 + lively.weight * sway(stream_weight)) * cat_jumps();
  const double sideways = lively.sideways * sway(stream_sideways);
  const double forward = lively.forward * sway(stream_forward);
  const bool has_coat = holds(scenario_.coats, now);
  for (std::size_t pad = 0; pad < fsrs_.size(); ++pad) {
    double force = from_[pad] + (to_[pad] - from_[pad]) * part;
    force *= weight * (1 + sideways * chair_.pads[pad].x + forward * (2 * chair_.pads[pad].y - 1));
    fsrs_[pad].press((has_coat ? force + coat_[pad] : force) + knock(pad) + thumb(pad, now));
  }
  ++ticks_;
}

void SittingChair::change_stance(const Stance& stance) {
  const double part = progress();
  for (std::size_t pad = 0; pad < from_.size(); ++pad) from_[pad] += (to_[pad] - from_[pad]) * part;
  to_ = body_.forces(stance, holds(scenario_.cushions, stance.from));
  pose_ = stance.pose;
  changed_ = ticks_;
}

bool SittingChair::holds(const std::vector<TimeSpan>& spans, Millis now) const {
  const Millis of_day = scenario_.begin() + now;
  return std::any_of(spans.begin(), spans.end(),
                     [of_day](const TimeSpan& span) { return of_day >= span.from && of_day < span.to; });
}

// It lands with several times its weight.
double SittingChair::cat_jumps() const {
  constexpr std::uint64_t landing_from = 30, landing_to = 50;
  const std::uint64_t since = ticks_ - changed_;
  return pose_ == Pose::cat && since >= landing_from && since < landing_to ? 3 : 1;
}

// Pushed around, the chair gets a knock every two seconds, of a third of one, from any side.
double SittingChair::knock(std::size_t pad) const {
  constexpr std::uint64_t every = 100, lasts = 16;
  constexpr double hardest = 0.5;
  if (pose_ != Pose::pushed || ticks_ % every >= lasts) return 0;
  return hardest * std::abs(even_at(seed_, stream_knock + pad, ticks_ / every));
}

// Pressed firmly: two thirds of its range.
double SittingChair::thumb(std::size_t pad, Millis now) const {
  constexpr double firm = 2;
  const Millis of_day = scenario_.begin() + now;
  const bool is_pressed = std::any_of(presses_.begin(), presses_.end(), [&](const Press& press) {
    return press.pad == pad && of_day >= press.when.from && of_day < press.when.to;
  });
  return is_pressed ? firm : 0;
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
