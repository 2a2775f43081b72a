// What really happens on the chair: the scenario's steps with the sitter's
// habits filled in (shifts, bends, short absences). Decides when and how
// somebody sits, nothing about loads or pads.

#pragma once

#include <vector>

#include "drivers/simulated/scenario.h"

namespace chairhub::simulated {

// How the chair is used from `from` on, until the next stance.
struct Stance {
  Millis from{};  // since the scenario's begin
  Pose pose = Pose::empty;
  double weight_kg = 0;  // of the sitter, or of the bag
  double sideways = 0;   // (R-L)/(R+L) that the sitter's weight makes on the seat, -1..1
  double forward = 0;    // the same to the front, on top of what the pose does
};

// The stances of one day, in order, the first at 0. The same seed tells the same story.
std::vector<Stance> tell_story(const Scenario& scenario, std::uint64_t seed);

}  // namespace chairhub::simulated
