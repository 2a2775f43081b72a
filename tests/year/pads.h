// The pads of the simulated year, sampled twice a second: unequal parts that
// creep under load, drift from day to day and make noise.

#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "drivers/simulated/body.h"
#include "hub/core/chair.h"
#include "hub/core/frame.h"

namespace chairhub::year {

using Random = std::mt19937_64;

// [0, 1), the same on every machine, which std::uniform_real_distribution does not promise.
inline double chance(Random& random) {
  return static_cast<double>(random() >> 11) * 0x1p-53;
}
inline double between(Random& random, double low, double high) {
  return low + (high - low) * chance(random);
}

Chair desk_chair();

class Pads {
 public:
  Pads(const Chair& chair, std::uint64_t seed);

  // Another day: zeros have drifted a little.
  void begin_day(Random& random);
  void hang_coat(bool hangs) { has_coat_ = hangs; }
  // What is on the chair from now on.
  void carry(const simulated::Stance& stance);
  // This pad reads nonsense until further notice; none when negative.
  void break_pad(int pad) { broken_ = pad; }

  // Half a second passes.
  void read(Random& random, Frame& frame);

 private:
  struct Part {
    double gain = 1;
    double zero = 0;   // of the span
    double load = 0;   // what it shows, following the force within a second
    double crept = 0;  // follows the force within many minutes
  };

  Chair chair_;
  simulated::Body body_;
  std::vector<double> forces_;
  std::vector<double> coat_;
  std::vector<Part> parts_;
  bool has_coat_ = false;
  int broken_ = -1;
};

}  // namespace chairhub::year
