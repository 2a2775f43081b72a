// Where the day begins. Core has no time zone of its own: it asks this port,
// which hub/platform answers from the system's zone and tests answer from a
// fixed one. Daylight saving makes some local days 23 or 25 hours long.

#pragma once

#include "hub/core/time.h"

namespace chairhub {

class LocalTime {
 public:
  virtual ~LocalTime() = default;

  // The latest local midnight at or before `t`.
  virtual WallTime midnight_before(WallTime t) const = 0;
  // The earliest local midnight after `t`.
  virtual WallTime midnight_after(WallTime t) const = 0;
  // What a clock on the wall shows, as time since 00:00; not the time passed
  // since midnight on a day when the clock was put forward or back.
  virtual Millis clock_time(WallTime t) const = 0;
};

// A place that is always the same distance from UTC: for replays, which must
// come out the same on every machine, and for tests.
class FixedOffset : public LocalTime {
 public:
  explicit FixedOffset(Millis east_of_utc = Millis{0}) : offset_(east_of_utc) {}

  WallTime midnight_before(WallTime t) const override {
    return WallTime(std::chrono::floor<std::chrono::days>(t + offset_)) - offset_;
  }
  WallTime midnight_after(WallTime t) const override { return midnight_before(t) + std::chrono::hours(24); }
  Millis clock_time(WallTime t) const override { return t - midnight_before(t); }

 private:
  Millis offset_;
};

}  // namespace chairhub
