// The numbers behind every judgement: how much load, and where it is. All
// loads are fractions of a pad's span, so that kits with other converters and
// polarities look the same from here on. Decides nothing.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "hub/core/chair.h"

namespace chairhub {

struct Calibration;

// The pads' loads at one moment, in the order of Chair::pads.
struct Loads {
  std::uint32_t count = 0;
  std::array<double, max_pads> load{};    // 0..1 of span
  std::array<bool, max_pads> believed{};  // only these take part
};

// A load as a force. A resistive pad in a voltage divider reads c = F / (F + const): this undoes it. Hardly matters
// below half the span, where a load cell works too. Stays finite at the end of the range.
double force_of(double load);

struct Balance {
  double seat_total = 0;  // sum of the believed seat pads' loads
  double back_total = 0;  // sum of the believed back pads' loads; 0 without a backrest
  double back_share = 0;  // back / (seat + back), 0..1
  double left_right = 0;  // (R-L)/(R+L) over the seat, -1 left .. +1 right; 0 when unloaded
  double front_back = 0;  // (F-B)/(F+B) over the seat, -1 rear .. +1 front; 0 when unloaded
  double cop_x = 0;       // centre of pressure of the seat, in pad coordinates
  double cop_y = 0;
  // left_right of the forces, against the person's own, or against the middle without a baseline, -2..2.
  // Wider than left_right where pads are nearly full, because a converter flattens there.
  double lean = 0;
  // relative to the person's own supported baseline; unset without one
  std::optional<double> seat_of_baseline;   // 1 = as when supported
  std::optional<double> total_of_baseline;  // seat and back together
  std::optional<double> back_of_baseline;   // also unset when the person does not load the backrest
  std::optional<double> rear_of_baseline;   // the seat's rear; also unset when no pad there is believed
  std::optional<double> front_of_baseline;  // and its front
  // The same as forces, which bending is told from: nearly full pads and sensitive ones say the same there.
  std::optional<double> seat_force_of_baseline;
  std::optional<double> rear_force_of_baseline;
};

// Weighs loads by the places of a chair's pads. Front and rear are told by
// where a pad lies between the rearmost and the foremost pad of this seat, and
// count the more the further out they are; left and right likewise. A pad
// whose mirror image is not believed does not count for left and right (unless
// no pad of the seat has one).
class Scales {
 public:
  explicit Scales(const Chair& chair);

  Balance weigh(const Loads& loads, const Calibration& calibration) const;

  // With the rear believed on one side alone, leaning to a side looks like more or less load on the rear.
  bool has_rear_on_both_sides(const Loads& loads) const;

 private:
  struct Place {
    Zone zone = Zone::seat;
    double x = 0;
    double y = 0;
    double rear = 0;  // weights, 0..1
    double front = 0;
    std::optional<std::size_t> mirror;
  };
  // Weighted sums over the believed pads.
  struct Sums {
    double seat = 0, back = 0, left = 0, right = 0, rear = 0, front = 0, x = 0, y = 0;
    double left_force = 0, right_force = 0, seat_force = 0, rear_force = 0;
    void add(const Place& place, double load, bool lateral);
  };
  bool lateral(std::size_t pad, const Loads& loads) const;

  std::vector<Place> places_;
  bool mirrored_ = false;  // some seat pad has a mirror image
};

}  // namespace chairhub
