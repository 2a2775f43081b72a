#include "tests/year/pads.h"

#include <algorithm>
#include <cmath>

namespace chairhub::year {
namespace {

constexpr std::int32_t span = 4095;
constexpr double gain_spread = 0.15;
constexpr double warmth_spread = 0.05;
constexpr double follow = 0.5;             // of the way to the force, each half second
constexpr double creep = 0.15;             // more at the end than at the beginning
constexpr double creep_step = 0.5 / 1200;  // a time constant of 20 min
constexpr double least_zero = 0.002;
constexpr double largest_zero = 0.03;
constexpr double drift_step = 0.002 / 7200;  // 0.2 % of the span an hour
constexpr double noise = 2.5;                // counts
// As lively as the bodies of the simulated chair.
constexpr double sway_weight = 0.03;
constexpr double sway_aside = 0.05;
constexpr double sway_follow = 0.3;

void wander(double& value, Random& random) {
  value += sway_follow * (between(random, -1, 1) - value);
}

}  // namespace

Chair desk_chair() {
  Chair chair;
  chair.id = "desk";
  chair.name = "Desk";
  const CountRange range{0, span};
  for (const Zone zone : {Zone::seat, Zone::back})
    for (const double y : {0.3, 0.75})
      for (const double x : {-0.4, 0.4})
        chair.pads.push_back({"pad" + std::to_string(chair.pads.size()), zone, x, y, range});
  return chair;
}

Pads::Pads(const Chair& chair, std::uint64_t seed)
    : chair_(chair), body_(chair), forces_(chair.pads.size()), coat_(body_.coat_forces()), parts_(chair.pads.size()) {
  Random random(seed);
  for (Part& part : parts_) {
    part.gain = between(random, 1 - gain_spread, 1 + gain_spread);
    part.zero = between(random, least_zero, 0.01);
  }
}

void Pads::begin_day(Random& random) {
  warmth_ = between(random, 1 - warmth_spread, 1 + warmth_spread);
  for (Part& part : parts_) {
    part.zero_aim = between(random, least_zero, largest_zero);
    part.crept = 0;
  }
}

void Pads::carry(const simulated::Stance& stance) {
  forces_ = body_.forces(stance);
  has_body_ = stance.pose != simulated::Pose::empty && stance.pose != simulated::Pose::bag;
}

void Pads::unplug(Zone zone) {
  for (std::size_t i = 0; i < parts_.size(); ++i)
    if (chair_.pads[i].zone == zone) unplug(i);
}

void Pads::plug_in() {
  for (Part& part : parts_) part.is_unplugged = false;
}

void Pads::sway(Random& random) {
  if (!has_body_) {
    sway_ = {};
    return;
  }
  wander(sway_.weight, random);
  wander(sway_.sideways, random);
  wander(sway_.forward, random);
}

// What the pad shows under this force, without its noise.
double Pads::press(Part& part, double force) const {
  part.load += follow * (force - part.load);
  part.crept += creep_step * (force - part.crept);
  // However much it has crept before: what is lifted off is off.
  const double pressed = warmth_ * part.gain * (part.load + creep * std::min(part.crept, part.load));
  part.zero += std::clamp(part.zero_aim - part.zero, -drift_step, drift_step);
  return part.zero + (1 - part.zero) * pressed / (1 + pressed);
}

void Pads::read(Random& random, Frame& frame) {
  sway(random);
  const double weight = 1 + sway_weight * sway_.weight;
  frame.pad_count = static_cast<std::uint32_t>(parts_.size());
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const Pad& pad = chair_.pads[i];
    const double aside = 1 + sway_aside * (sway_.sideways * pad.x + sway_.forward * (2 * pad.y - 1));
    const double force = forces_[i] * weight * aside + (has_coat_ ? coat_[i] : 0.0);
    const double counts = span * press(parts_[i], force) + between(random, -noise, noise);
    const auto shown = static_cast<std::int32_t>(std::lround(std::clamp(counts, 0.0, static_cast<double>(span))));
    frame.pads[i] = parts_[i].is_unplugged ? PadReading{0, Signal::missing} : PadReading{shown, Signal::ok};
  }
}

}  // namespace chairhub::year
