// What a chair and a person look like to the pads: each pad's zero and span,
// how this person sits when supported and, once it is known, how they sit
// upright without support. Pure data and how it is built from samples; stored
// by hub/config (files) and hub/storage (the log).
//
// Built from medians of the samples in which somebody sits, so a cough or a
// late arrival moves nothing. A pad that
// cannot be believed while calibrating gets no supported load, and a pad
// without one takes no part in any decision that compares with the person.

#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "hub/core/balance.h"
#include "hub/core/chair.h"
#include "hub/core/result.h"
#include "hub/core/sampler.h"
#include "hub/core/thresholds.h"
#include "hub/core/time.h"

namespace chairhub {

struct PadCalibration {
  double zero = 0;  // counts with nobody on the chair
  // counts from the zero to the end of the range when it was calibrated; negative for an inverted pad. Stays when the
  // zero follows its drift (zero_keeper.h).
  double span = 0;
  double noise = 0;  // standard deviation in counts while empty; 0 when never measured
  // load (0..1 of span) while this person sits supported; unset when never measured or not to be believed
  std::optional<double> supported;

  // Counts as a load; 0 unloaded, 1 at the end of the range.
  double load_of(double counts) const { return span == 0 ? 0 : std::clamp((counts - zero) / span, 0.0, 1.2); }
};

// How the person sits supported, in loads (fractions of span) and ratios.
// For people and the log: decisions use the pads' own supported loads.
struct Baseline {
  double seat_total = 0;
  double back_total = 0;
  double left_right = 0;  // (R-L)/(R+L) over the seat, -1..1
  double front_back = 0;  // (F-B)/(F+B) over the seat, -1..1
};

// How the person sits upright without support: the forces on the rear of the
// seat and on the whole seat, as fractions of those when supported. Measured in
// a step of its own or learned while sitting (posture.h).
struct UprightLevel {
  double rear = 0;
  double total = 0;

  friend bool operator==(const UprightLevel&, const UprightLevel&) = default;
};

struct Calibration {
  std::vector<PadCalibration> pads;  // in the order of Chair::pads
  std::optional<Baseline> supported;
  std::optional<UprightLevel> upright;  // unset until it was measured or learned
  WallTime made_at{};

  bool has_person() const { return supported.has_value(); }
};

// Builds a calibration from the samples of its steps: the empty chair, the
// person sitting supported and, if they like, upright without support and bent
// forward. What was not measured keeps the value it had in `start`, but a new
// supported step makes the old upright level void, because that is relative to it.
class CalibrationBuilder {
 public:
  // `chair` outlives this.
  CalibrationBuilder(const Chair& chair, Calibration start, const Thresholds& thresholds = {});

  void add_empty(const Sample& sample);
  void add_supported(const Sample& sample);
  void add_upright(const Sample& sample);
  void add_forward(const Sample& sample);
  // Forgets a step that is to be measured again.
  void drop_upright() { upright_.clear(); }
  void drop_forward() { forward_.clear(); }

  // Fails with a sentence for the person: too few samples of a step that was
  // begun, the whole load moved too much, nobody sat in the supported step,
  // somebody in the empty one, the back was not free in the upright one, or
  // bending forward looks as upright sitting does.
  Result<Calibration> finish(WallTime made_at) const;

 private:
  // What one step has seen of each pad.
  struct Step {
    std::uint32_t samples = 0;
    std::vector<std::vector<std::int32_t>> counts;
  };
  void add(Step& step, const Sample& sample) const;
  Step while_seated(const std::vector<Sample>& samples) const;
  double part_of_range(std::size_t pad, double counts) const;
  Result<void> measure_zero(Calibration& calibration) const;
  Result<void> measure_person(Calibration& calibration) const;
  Result<void> measure_upright(Calibration& calibration) const;
  Result<void> compare_forward(const Calibration& calibration) const;
  Result<Balance> without_support(const Calibration& calibration, const std::vector<Sample>& samples,
                                  std::string_view step) const;
  bool steady(const Step& step, std::size_t pad) const;
  bool saturated(const Step& step, std::size_t pad) const;
  std::vector<bool> believed(const Step& step) const;
  static double variation(const Calibration& calibration, const Step& step, const std::vector<bool>& believed);

  const Chair& chair_;
  Calibration start_;
  Thresholds thresholds_;
  Step empty_;
  std::vector<Sample> supported_;
  std::vector<Sample> upright_;
  std::vector<Sample> forward_;
};

// The calibration of a chair nobody has calibrated: zero and span from the
// configured ranges, no baseline.
Calibration uncalibrated(const Chair& chair);

}  // namespace chairhub
