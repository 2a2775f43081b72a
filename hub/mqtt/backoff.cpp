#include "hub/mqtt/backoff.h"

#include <algorithm>

namespace chairhub {
namespace {

Millis with_jitter(Millis pause, double random) {
  return pause +
         Millis{static_cast<Millis::rep>(static_cast<double>(pause.count()) / 4 * std::clamp(random, 0.0, 1.0))};
}

}  // namespace

Millis Backoff::pause(double random) {
  const Millis now = next_;
  next_ = std::min(longest, next_ * 3 / 2);
  return with_jitter(now, random);
}

Millis Backoff::pause_after_refusal(double random) {
  next_ = longest;
  return with_jitter(longest, random);
}

void Backoff::connection_held(Millis length) {
  if (length >= good_after) next_ = shortest;
}

}  // namespace chairhub
