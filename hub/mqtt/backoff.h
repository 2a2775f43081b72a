// Decides how long to wait before the next attempt to connect: 1 s at first,
// half as long again each time, at most a minute. Pure.

#pragma once

#include "hub/core/time.h"

namespace chairhub {

class Backoff {
 public:
  static constexpr Millis shortest = Seconds{1};
  static constexpr Millis longest = Seconds{60};
  // A connection that held this long was a good one. Without that, two hubs
  // that throw each other out would do so every second for ever.
  static constexpr Millis good_after = Seconds{30};

  // `random` is 0..1 and adds up to a quarter.
  Millis pause(double random);
  // Wrong credentials do not become right by asking often.
  Millis pause_after_refusal(double random);
  void connection_held(Millis length);

 private:
  Millis next_ = shortest;
};

}  // namespace chairhub
