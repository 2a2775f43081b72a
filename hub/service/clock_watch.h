// Notices that the wall clock was set: that it and the steady clock no longer
// keep their distance.

#pragma once

#include <optional>

#include "hub/core/time.h"

namespace chairhub {

class ClockWatch {
 public:
  // By how much the wall clock has jumped since the last look; unset when it
  // has not. NTP slews small differences, so under two seconds is no jump
  // (engineering default).
  std::optional<Millis> look(Moment now) {
    const Millis distance = now.wall.time_since_epoch() - now.steady.time_since_epoch();
    const std::optional<Millis> before = distance_;
    if (!before) {
      distance_ = distance;
      return std::nullopt;
    }
    const Millis moved = distance - *before;
    if (moved < Millis(2000) && moved > Millis(-2000)) return std::nullopt;
    distance_ = distance;
    return moved;
  }

 private:
  std::optional<Millis> distance_;
};

}  // namespace chairhub
