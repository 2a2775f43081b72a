#include "tests/year/pads.h"

#include <algorithm>
#include <cmath>

namespace chairhub::year {
namespace {

constexpr std::int32_t span = 4095;
constexpr double gain_spread = 0.15;
constexpr double follow = 0.5;             // of the way to the force, each half second
constexpr double creep = 0.15;             // more at the end than at the beginning
constexpr double creep_step = 0.5 / 1200;  // a time constant of 20 min
constexpr double drift_per_day = 0.001;
constexpr double largest_zero = 0.03;
constexpr double noise = 2.5;  // counts

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
    part.zero = between(random, 0.002, 0.01);
  }
}

void Pads::begin_day(Random& random) {
  for (Part& part : parts_) {
    part.zero = std::clamp(part.zero + between(random, -drift_per_day, 1.2 * drift_per_day), 0.0, largest_zero);
    part.crept = 0;
  }
}

void Pads::carry(const simulated::Stance& stance) {
  forces_ = body_.forces(stance);
}

void Pads::read(Random& random, Frame& frame) {
  frame.pad_count = static_cast<std::uint32_t>(parts_.size());
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    Part& part = parts_[i];
    const double force = forces_[i] + (has_coat_ ? coat_[i] : 0.0);
    part.load += follow * (force - part.load);
    part.crept += creep_step * (force - part.crept);
    const double pressed = part.gain * part.load * (1 + (force > 0 ? creep * part.crept / force : 0.0));
    const double shown = part.zero + (1 - part.zero) * pressed / (1 + pressed);
    // A living body is never quite still.
    const double sway = 1 + 0.004 * (chance(random) - 0.5) * (force > 0 ? 1 : 0);
    const double counts = span * shown * sway + noise * (chance(random) + chance(random) - 1);
    frame.pads[i] = {static_cast<std::int32_t>(std::lround(std::clamp(counts, 0.0, static_cast<double>(span)))),
                     Signal::ok};
    if (static_cast<int>(i) == broken_) frame.pads[i] = {0, Signal::missing};
  }
}

}  // namespace chairhub::year
