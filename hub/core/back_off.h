// Feedback that nobody heeds is told less often, not louder: the interval of a
// cause doubles after some ignored alerts of it, up to a limit, and one alert
// acted on brings it back (evidence: feedback wears off, Goossens 2012).

#pragma once

#include <array>
#include <cstdint>

#include "hub/core/alert.h"
#include "hub/core/thresholds.h"

namespace chairhub {

class BackOff {
 public:
  void ignored(Cause cause) { ++ignored_[index(cause)]; }
  void acted_on(Cause cause) { ignored_[index(cause)] = 0; }

  // By how much the intervals of this cause are longer now; 1 or more.
  double factor(Cause cause, const Thresholds& thresholds) const;

 private:
  static std::size_t index(Cause cause) { return static_cast<std::size_t>(cause); }

  std::array<std::uint32_t, cause_count> ignored_{};  // in a row, by Cause
};

}  // namespace chairhub
