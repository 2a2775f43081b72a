#include "drivers/simulated/fsr.h"

#include <algorithm>

#include "drivers/simulated/random.h"
#include "drivers/simulated/tick.h"

namespace chairhub::simulated {
namespace {

constexpr double hysteresis = 0.08;
// How much of a small movement shows at once, inside the hysteresis.
constexpr double elastic = 0.4;
constexpr double creep_per_decade = 0.05;
constexpr std::uint64_t stream_gain = 1;
constexpr std::uint64_t stream_zero = 2;

// How much of the way a follower with this time constant goes in a tick.
constexpr double step_of(double tau_s) {
  return tick_s / (tau_s + tick_s);
}
constexpr std::array steps = {step_of(1), step_of(10), step_of(100), step_of(1000), step_of(10000)};

}  // namespace

Fsr::Fsr(std::uint64_t seed, std::uint64_t pad)
    : gain_(1 + 0.18 * even_at(seed, stream_gain, pad)), zero_(0.008 * (1 + even_at(seed, stream_zero, pad))) {}

void Fsr::press(double force) {
  force_ = force;
  // Falling, the part shows the older, greater force until the new one is clearly less.
  held_ = std::clamp(held_, force, force * (1 + hysteresis));
  for (std::size_t i = 0; i < decades; ++i) crept_[i] += steps[i] * (held_ - crept_[i]);
}

double Fsr::shown() const {
  double force = elastic * force_ + (1 - elastic) * held_;
  for (const double crept : crept_) force += creep_per_decade * std::min(crept, held_);
  const double x = gain_ * force;
  return zero_ + (1 - zero_) * (x / (1 + x));
}

}  // namespace chairhub::simulated
