// The two times everything in core is told: a steady one for durations, and
// the wall clock (UTC) for people. Nothing in core asks a clock; both arrive
// as arguments, so a test plays a day in milliseconds and a replay is exact.

#pragma once

#include <chrono>

namespace chairhub {

using Millis = std::chrono::milliseconds;
using Seconds = std::chrono::seconds;
using Minutes = std::chrono::minutes;

// Never jumps, says nothing about the time of day.
using SteadyTime = std::chrono::time_point<std::chrono::steady_clock, Millis>;
// UTC, Unix milliseconds. May jump when a Pi's clock is set.
using WallTime = std::chrono::sys_time<Millis>;

// One instant, told by both clocks.
struct Moment {
  SteadyTime steady{};
  WallTime wall{};

  friend bool operator==(const Moment&, const Moment&) = default;
};

// The moment `d` later, on both clocks.
inline Moment operator+(const Moment& m, Millis d) {
  return {m.steady + d, m.wall + d};
}

}  // namespace chairhub
