// One simulated pad: a force-sensing resistor in a voltage divider, as the
// data sheets describe it (evidence for the figures: some 5 % of creep for each
// decade of time, up to 10 % of hysteresis, parts unequal).

#pragma once

#include <array>
#include <cstdint>

namespace chairhub::simulated {

class Fsr {
 public:
  // `seed` and `pad` decide this part's own gain and zero.
  Fsr(std::uint64_t seed, std::uint64_t pad);

  // One tick under this force (in half-range forces, see body.h).
  void press(double force);

  // What the divider shows now, as a fraction of the span, without noise.
  double shown() const;

 private:
  static constexpr std::size_t decades = 5;

  double gain_;
  double zero_;
  double force_ = 0;
  double held_ = 0;                      // the force that the hysteresis lets through
  std::array<double, decades> crept_{};  // follows it, each a decade slower than the one before
};

}  // namespace chairhub::simulated
