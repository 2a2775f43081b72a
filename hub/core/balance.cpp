#include "hub/core/balance.h"

#include <algorithm>
#include <cmath>

#include "hub/core/calibration.h"

namespace chairhub {
namespace {

// Pads are drawn by hand: places this close, in pad coordinates, are meant to be the same.
constexpr double same_place = 0.1;
// The backrest has to carry this part of the whole for its load to be a measure.
constexpr double least_back_share = 0.02;

double ratio(double a, double b) {
  return a + b > 0 ? (a - b) / (a + b) : 0.0;
}

}  // namespace

double force_of(double load) {
  constexpr double margin = 0.1;
  return load / (1 + margin - std::min(load, 1.0));
}

Scales::Scales(const Chair& chair) {
  const auto [rearmost, foremost] = chair.seat_depth();
  for (const Pad& pad : chair.pads) {
    Place& place = places_.emplace_back(Place{pad.zone, pad.x, pad.y, 0, 0, std::nullopt});
    if (pad.zone != Zone::seat || foremost - rearmost < same_place) continue;
    const double along = (pad.y - rearmost) / (foremost - rearmost);
    place.rear = std::max(0.0, 1 - 2 * along);
    place.front = std::max(0.0, 2 * along - 1);
  }
  for (std::size_t i = 0; i < places_.size(); ++i)
    for (std::size_t j = 0; j < places_.size(); ++j)
      if (i != j && places_[i].zone == places_[j].zone && std::abs(places_[i].x) > same_place / 2 &&
          std::abs(places_[i].x + places_[j].x) < same_place && std::abs(places_[i].y - places_[j].y) < same_place)
        places_[i].mirror = j;
  mirrored_ = std::any_of(places_.begin(), places_.end(),
                          [](const Place& p) { return p.zone == Zone::seat && p.mirror.has_value(); });
}

bool Scales::lateral(std::size_t pad, const Loads& loads) const {
  const Place& place = places_[pad];
  if (place.zone != Zone::seat) return false;
  return mirrored_ ? place.mirror && loads.believed[*place.mirror] : true;
}

bool Scales::has_rear_on_both_sides(const Loads& loads) const {
  bool left = false;
  bool right = false;
  for (std::size_t i = 0; i < places_.size(); ++i) {
    if (!loads.believed[i] || places_[i].rear == 0) continue;
    left = left || places_[i].x <= 0;
    right = right || places_[i].x >= 0;
  }
  return left && right;
}

void Scales::Sums::add(const Place& place, double load, bool lateral) {
  if (place.zone == Zone::back) {
    back += load;
    return;
  }
  const double force = force_of(load);
  seat += load;
  rear += load * place.rear;
  seat_force += force;
  rear_force += force * place.rear;
  front += load * place.front;
  x += load * place.x;
  y += load * place.y;
  if (!lateral) return;
  (place.x < 0 ? left : right) += load * std::abs(place.x);
  (place.x < 0 ? left_force : right_force) += force * std::abs(place.x);
}

Balance Scales::weigh(const Loads& loads, const Calibration& calibration) const {
  Sums now;
  Sums own;  // the same pads, as the person sits supported
  const bool person = calibration.has_person();
  const std::size_t count = std::min<std::size_t>(loads.count, places_.size());
  for (std::size_t i = 0; i < count; ++i) {
    if (!loads.believed[i]) continue;
    const bool sideways = lateral(i, loads);
    now.add(places_[i], loads.load[i], sideways);
    if (person) own.add(places_[i], calibration.pads[i].supported.value_or(0.0), sideways);
  }
  Balance b;
  b.seat_total = now.seat;
  b.back_total = now.back;
  b.back_share = now.seat + now.back > 0 ? now.back / (now.seat + now.back) : 0.0;
  b.left_right = ratio(now.right, now.left);
  b.front_back = ratio(now.front, now.rear);
  b.cop_x = now.seat > 0 ? now.x / now.seat : 0.0;
  b.cop_y = now.seat > 0 ? now.y / now.seat : 0.0;
  b.lean = ratio(now.right_force, now.left_force) - ratio(own.right_force, own.left_force);
  if (!person) return b;
  if (own.seat > 0) b.seat_of_baseline = now.seat / own.seat;
  if (own.seat + own.back > 0) b.total_of_baseline = (now.seat + now.back) / (own.seat + own.back);
  if (own.back > least_back_share * (own.seat + own.back)) b.back_of_baseline = now.back / own.back;
  if (own.rear > 0) b.rear_of_baseline = now.rear / own.rear;
  if (own.front > 0) b.front_of_baseline = now.front / own.front;
  if (own.seat_force > 0) b.seat_force_of_baseline = now.seat_force / own.seat_force;
  if (own.rear_force > 0) b.rear_force_of_baseline = now.rear_force / own.rear_force;
  return b;
}

}  // namespace chairhub
