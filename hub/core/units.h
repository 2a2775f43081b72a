// Thresholds are numbers in seconds or minutes, as people write them; this
// turns them into durations and back.

#pragma once

#include <cmath>

#include "hub/core/time.h"

namespace chairhub {

inline Millis seconds(double s) {
  return Millis(std::llrint(s * 1000));
}
inline Millis minutes(double min) {
  return seconds(min * 60);
}
inline double to_seconds(Millis d) {
  return static_cast<double>(d.count()) / 1000;
}
inline double to_minutes(Millis d) {
  return to_seconds(d) / 60;
}

}  // namespace chairhub
