#include "hub/core/back_off.h"

#include <algorithm>
#include <cmath>

namespace chairhub {

double BackOff::factor(Cause cause, const Thresholds& thresholds) const {
  const double doublings = std::floor(ignored_[index(cause)] / thresholds.back_off_after);
  return std::min(std::exp2(doublings), thresholds.back_off_max);
}

}  // namespace chairhub
