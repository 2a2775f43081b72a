#include "drivers/simulated/body.h"

#include <algorithm>
#include <cmath>

namespace chairhub::simulated {
namespace {

constexpr double gravity = 9.81;
constexpr double coat_newtons = 10;

// How a pose loads the chair. Shares are of the body's weight; the rest is on
// the feet and the desk. Places are the rear, the middle and the front of the
// seat; the bottom, the middle and the top of the back.
struct Load {
  double seat_share;
  double back_share;
  double seat_by_place[3];
  double back_by_place[3];
  double sideways;
};

// A thick cushion behind the low back takes the upper back off the backrest, and moves the sitter forward.
constexpr double cushioned_seat[3] = {0.35, 1.0, 1.0};
constexpr double cushioned_back[3] = {1.0, 0.05, 0.02};

const Load& load_of(Pose pose) {
  static constexpr Load loads[] = {
      {0.00, 0.000, {1.0, 1.0, 1.0}, {1.0, 1.0, 1.0}, 0},      // empty
      {1.00, 0.000, {0.6, 1.0, 0.9}, {1.0, 1.0, 1.0}, 0.3},    // bag: a weight put down anywhere
      {0.66, 0.150, {1.0, 0.85, 0.5}, {1.0, 0.9, 0.6}, 0},     // supported
      {0.72, 0.003, {1.0, 0.9, 0.55}, {1.0, 0.3, 0.1}, 0},     // unsupported_upright
      {0.56, 0.000, {0.45, 0.8, 1.0}, {1.0, 1.0, 1.0}, 0},     // bent_forward
      {0.62, 0.170, {0.08, 0.8, 0.9}, {0.5, 0.9, 1.0}, 0},     // slumped
      {0.64, 0.140, {1.0, 0.85, 0.5}, {1.0, 0.9, 0.6}, -0.6},  // lean_left
      {0.64, 0.140, {1.0, 0.85, 0.5}, {1.0, 0.9, 0.6}, 0.6},   // lean_right
      {0.22, 0.000, {0.35, 0.8, 1.0}, {1.0, 1.0, 1.0}, 0},   // leaning_on_the_desk: two thirds of the seat's load gone
      {1.00, 0.000, {1.0, 1.0, 0.7}, {1.0, 1.0, 1.0}, 0.1},  // cat
      {0.00, 0.000, {1.0, 1.0, 1.0}, {1.0, 1.0, 1.0}, 0},    // pushed
  };
  return loads[static_cast<std::size_t>(pose)];
}

double at_place(const double (&by_place)[3], double y) {
  const double scaled = 2 * y;
  return scaled < 1 ? by_place[0] + (by_place[1] - by_place[0]) * scaled
                    : by_place[1] + (by_place[2] - by_place[1]) * (scaled - 1);
}

double pads_in(const Chair& chair, Zone zone) {
  return static_cast<double>(
      std::count_if(chair.pads.begin(), chair.pads.end(), [zone](const Pad& pad) { return pad.zone == zone; }));
}

}  // namespace

Body::Body(const Chair& chair) : chair_(chair) {
  // At 0.7 of the half-range force a pad shows 0.7 / 1.7, some 41 % of its span.
  constexpr double usual_newtons = 75 * gravity / 0.7;
  const Load& usual = load_of(Pose::supported);
  half_range_seat_ = usual_newtons * usual.seat_share / std::max(1.0, pads_in(chair, Zone::seat));
  half_range_back_ = usual_newtons * usual.back_share / std::max(1.0, pads_in(chair, Zone::back));
  double distances = 0;
  for (const Pad& pad : chair.pads)
    if (pad.zone == Zone::seat) distances += std::abs(pad.x);
  if (distances > 0) width_ = distances / pads_in(chair, Zone::seat);
}

std::vector<double> Body::forces(const Stance& stance, bool cushioned) const {
  std::vector<double> forces(chair_.pads.size(), 0.0);
  const Load& load = load_of(stance.pose);
  const double newtons = stance.weight_kg * gravity;
  // Only who leans back leans on the cushion.
  const bool on_cushion = cushioned && stance.pose == Pose::supported;
  spread(Zone::seat, newtons * load.seat_share, on_cushion ? cushioned_seat : load.seat_by_place, stance, forces);
  spread(Zone::back, newtons * load.back_share, on_cushion ? cushioned_back : load.back_by_place, stance, forces);
  return forces;
}

std::vector<double> Body::coat_forces() const {
  std::vector<double> forces(chair_.pads.size(), 0.0);
  constexpr double from_the_top[3] = {0.4, 0.8, 1.0};
  spread(Zone::back, coat_newtons, from_the_top, Stance{}, forces);
  return forces;
}

void Body::spread(Zone zone, double newtons, const double (&by_place)[3], const Stance& stance,
                  std::vector<double>& forces) const {
  constexpr double least = 0.02;  // a pad under a body is never quite free
  const double sideways = stance.sideways + load_of(stance.pose).sideways;
  const double forward = zone == Zone::seat ? stance.forward : 0;
  const double half_range = zone == Zone::seat ? half_range_seat_ : half_range_back_;
  std::vector<double> weights(chair_.pads.size(), 0.0);
  double sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const Pad& pad = chair_.pads[i];
    if (pad.zone != zone) continue;
    const double aside = std::max(least, 1 + sideways * pad.x / width_);
    weights[i] = std::max(least, at_place(by_place, pad.y)) * aside * (1 + forward * (2 * pad.y - 1));
    sum += weights[i];
  }
  if (sum == 0) return;
  for (std::size_t i = 0; i < weights.size(); ++i) forces[i] += newtons * weights[i] / sum / half_range;
}

}  // namespace chairhub::simulated
