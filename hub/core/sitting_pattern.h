// How somebody's load lay on the pads over a stretch of sitting, and how far
// that is from a calibration: as heavy or not, and spread like it or not.
// Decides nothing.
//
// Pads creep under a load, all of them alike: that raises the weight by a few
// percent a decade of time and leaves the spread as it is.

#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "hub/core/balance.h"
#include "hub/core/calibration.h"
#include "hub/core/thresholds.h"
#include "hub/core/time.h"

namespace chairhub {

struct Mismatch {
  double weight = 1;  // the forces against the calibrated ones; 1 is alike
  double spread = 0;  // the part of the load that lies on other pads than when calibrated, 0..1

  // How far, in units of what is clearly not the same: 1 and more is clear, 0.5 and less fits.
  double by_weight(const Thresholds& thresholds) const;
  double by_spread(const Thresholds& thresholds) const;
  double in_all(const Thresholds& thresholds) const;
};

class SittingPattern {
 public:
  void add(const Loads& loads, Millis elapsed);
  void clear() { *this = SittingPattern{}; }
  Millis length() const { return length_; }

  // Unset where the two have nothing in common: no person, or no pad that both believe.
  std::optional<Mismatch> against(const Calibration& calibration) const;

 private:
  Millis length_{};
  std::uint32_t samples_ = 0;
  std::uint32_t pads_ = 0;
  std::array<double, max_pads> sum_{};
  std::array<std::uint32_t, max_pads> believed_{};
};

}  // namespace chairhub
