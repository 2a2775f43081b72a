// Which wall time to log for a moment. A machine without a clock of its own
// starts with a wrong wall time; moments it told before the clock was set are
// corrected here when they reach the log after that.

#pragma once

#include <chrono>
#include <optional>

#include "hub/core/time.h"

namespace chairhub {

class RunClock {
 public:
  explicit RunClock(bool is_set) : is_set_(is_set) {}

  bool is_set() const { return is_set_; }

  // The clock jumped by `delta` to `now`, and is right from here on.
  void set(Millis delta, Moment now) {
    is_set_ = true;
    correction_ = Correction{delta, now};
  }

  WallTime wall_of(Moment moment) const {
    return correction_ && told_before_it_was_set(moment) ? moment.wall + correction_->delta : moment.wall;
  }

  // The start to log for a minute that may have begun before the clock was set.
  WallTime wall_of_straddling(WallTime minute) const {
    if (!correction_ || minute != std::chrono::floor<Minutes>(correction_->at.wall - correction_->delta)) return minute;
    return minute + std::chrono::floor<Minutes>(correction_->delta);
  }

 private:
  struct Correction {
    Millis delta;
    Moment at;
  };

  // The distance between the two clocks tells which wall clock a moment has.
  bool told_before_it_was_set(Moment moment) const {
    const Millis behind = distance(correction_->at) - distance(moment);
    return std::chrono::abs(behind - correction_->delta) < std::chrono::abs(behind);
  }
  static Millis distance(Moment m) { return m.wall.time_since_epoch() - m.steady.time_since_epoch(); }

  bool is_set_;
  std::optional<Correction> correction_;
};

}  // namespace chairhub
