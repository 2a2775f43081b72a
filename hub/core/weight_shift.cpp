#include "hub/core/weight_shift.h"

#include <algorithm>
#include <cmath>

#include "hub/core/units.h"

namespace chairhub {
namespace {

// How fast the usual load follows: the settling of a minute, and far slower while a part is relieved, so that a relief
// of a few minutes is one, and a new way of sitting becomes the usual one (engineering defaults).
constexpr double follow_s = 60;
constexpr double follow_relieved_s = 900;

}  // namespace

WeightShifts::WeightShifts(const Chair& chair) : chair_(chair) {
  const auto [rearmost, foremost] = chair.seat_depth();
  middle_ = (rearmost + foremost) / 2;
}

void WeightShifts::restart(SteadyTime now) {
  usual_.reset();
  relieved_since_.reset();
  is_counted_ = false;
  still_since_ = now;
}

WeightShifts::PartLoads WeightShifts::weigh(const Loads& loads) const {
  PartLoads sums{};
  for (std::size_t i = 0; i < chair_.pads.size(); ++i) {
    const Pad& pad = chair_.pads[i];
    if (pad.zone != Zone::seat || !loads.believed[i]) continue;
    const double force = force_of(loads.load[i]);
    sums[whole] += force;
    if (pad.x < 0) sums[left] += force;
    if (pad.x > 0) sums[right] += force;
    if (pad.y < middle_) sums[rear] += force;
  }
  return sums;
}

std::optional<Shifted> WeightShifts::update(const Loads& loads, Moment now, Millis elapsed,
                                            const Thresholds& thresholds) {
  const PartLoads here = weigh(loads);
  if (!usual_) usual_ = here;
  bool is_relieved = false;
  for (std::size_t part = 0; part < parts; ++part)
    is_relieved = is_relieved || here[part] < (1 - thresholds.weight_shift) * (*usual_)[part];
  const double step = 1 - std::exp(-to_seconds(elapsed) / (is_relieved ? follow_relieved_s : follow_s));
  for (std::size_t part = 0; part < parts; ++part) (*usual_)[part] += step * (here[part] - (*usual_)[part]);
  if (!is_relieved) {
    relieved_since_.reset();
    is_counted_ = false;
    return std::nullopt;
  }
  if (!relieved_since_) relieved_since_ = now;
  if (now.steady - relieved_since_->steady < seconds(thresholds.weight_shift_hold_s)) return std::nullopt;
  // The relief lasts as long as it is held.
  still_since_ = now.steady;
  if (is_counted_) return std::nullopt;
  is_counted_ = true;
  recent_.push_back(now.steady);
  return Shifted{*relieved_since_, false};
}

std::size_t WeightShifts::shifts_in_last_hour(SteadyTime now) {
  while (!recent_.empty() && now - recent_.front() > std::chrono::hours(1)) recent_.pop_front();
  return recent_.size();
}

}  // namespace chairhub
