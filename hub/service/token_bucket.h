// How often something may happen: `rate` times a second in the long run, and
// `burst` times at once after a rest. Pure: the time is an argument.

#pragma once

#include <algorithm>
#include <optional>

#include "hub/core/time.h"
#include "hub/core/units.h"

namespace chairhub {

class TokenBucket {
 public:
  TokenBucket(double rate, double burst) : rate_(rate), burst_(burst), left_(burst) {}

  // False: it happens too often.
  bool take(SteadyTime now) {
    if (last_ && now > *last_) left_ = std::min(burst_, left_ + rate_ * to_seconds(now - *last_));
    if (!last_ || now > *last_) last_ = now;
    if (left_ < 1) return false;
    left_ -= 1;
    return true;
  }

 private:
  double rate_;
  double burst_;
  double left_;
  std::optional<SteadyTime> last_;
};

}  // namespace chairhub
