// How a chair's time runs beside the real one. For a kit that scans converters
// they are the same; a simulation or a recording runs faster, and its frames
// say what time it is.

#pragma once

#include "hub/core/kit.h"
#include "hub/core/time.h"

namespace chairhub {

class ChairClock {
 public:
  explicit ChairClock(const Pace& pace) : pace_(pace) {}

  // A frame made at `chair` arrived at `real`.
  void frame_arrived(Moment chair, SteadyTime real) {
    chair_ = chair;
    real_ = real;
  }

  Moment chair_time(Moment real) const {
    if (!pace_.own_time) return real;
    return chair_ + to_chair(real.steady - real_);
  }

  // When the real clock will show what the chair's shows at `chair`.
  SteadyTime real_time(SteadyTime chair) const {
    if (!pace_.own_time) return chair;
    // As fast as the machine can: there is no telling, so look again soon.
    if (pace_.speed <= 0) return real_ + Millis(100);
    return real_ +
           Millis(static_cast<std::int64_t>(static_cast<double>((chair - chair_.steady).count()) / pace_.speed) + 1);
  }

 private:
  Millis to_chair(Millis real) const {
    return Millis(static_cast<std::int64_t>(static_cast<double>(real.count()) * pace_.speed));
  }

  Pace pace_;
  Moment chair_{};
  SteadyTime real_{};
};

}  // namespace chairhub
