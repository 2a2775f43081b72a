// From a stance to the force on each pad, for any layout: how much of the
// weight goes to seat and back, and how it spreads over the pads there.

#pragma once

#include <vector>

#include "drivers/simulated/story.h"
#include "hub/core/chair.h"

namespace chairhub::simulated {

// Forces in units of the force that brings a pad to the middle of its range,
// because whoever builds a kit chooses its resistors like that: for somebody
// of 75 kg, supported, whatever the number of pads.
class Body {
 public:
  explicit Body(const Chair& chair);

  // `cushioned`: a cushion is between the low back and the backrest.
  std::vector<double> forces(const Stance& stance, bool cushioned = false) const;
  // What a coat over the backrest adds.
  std::vector<double> coat_forces() const;

 private:
  void spread(Zone zone, double newtons, const double (&by_place)[3], const Stance& stance,
              std::vector<double>& forces) const;

  Chair chair_;
  double half_range_seat_ = 1;  // newtons
  double half_range_back_ = 1;
  double width_ = 1;  // mean distance of the seat's pads from the middle
};

}  // namespace chairhub::simulated
