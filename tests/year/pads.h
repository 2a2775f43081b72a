// The pads of the simulated year, sampled twice a second: unequal parts that
// creep under load, drift from hour to hour and from day to day, and make
// noise, under bodies that sway.

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

  // Another day: nothing has lain on them for a night, it is warmer or colder, and the zeros wander elsewhere.
  void begin_day(Random& random);
  void hang_coat(bool hangs) { has_coat_ = hangs; }
  // What is on the chair from now on.
  void carry(const simulated::Stance& stance);

  // They do not answer until plug_in().
  void unplug(std::size_t pad) { parts_[pad].is_unplugged = true; }
  void unplug(Zone zone);
  void plug_in();

  // Half a second passes.
  void read(Random& random, Frame& frame);

 private:
  struct Part {
    double gain = 1;
    double zero = 0;      // of the span
    double zero_aim = 0;  // where it wanders to today
    double load = 0;      // what it shows, following the force within a second
    double crept = 0;     // follows the force within many minutes
    bool is_unplugged = false;
  };
  // A living body is never quite still; each wanders between -1 and 1.
  struct Sway {
    double weight = 0;
    double sideways = 0;
    double forward = 0;
  };

  void sway(Random& random);
  double press(Part& part, double force) const;

  Chair chair_;
  simulated::Body body_;
  std::vector<double> forces_;
  std::vector<double> coat_;
  std::vector<Part> parts_;
  Sway sway_;
  double warmth_ = 1;      // how much more all of them show
  bool has_body_ = false;  // and not a bag, or nobody
  bool has_coat_ = false;
};

}  // namespace chairhub::year
