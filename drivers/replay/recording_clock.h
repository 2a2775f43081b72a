// Makes the two times of a frame out of a recording's time column. Decides
// what a step of that column means: the usual, a hole, or a clock being set.

#pragma once

#include <cstdint>
#include <optional>

#include "hub/core/time.h"

namespace chairhub {

class RecordingClock {
 public:
  enum class StepKind : std::uint8_t {
    usual,
    unreadable,   // no time in the row: both times go on by the interval
    back,         // the clock was set back: steady time goes on by the interval
    hole,         // more than 30 s without a row: steady time keeps the length
    set_forward,  // more than a day: the clock was set, steady time goes on by the interval
  };
  struct Step {
    StepKind kind = StepKind::usual;
    std::int64_t from = 0;  // t_ms before and after
    std::int64_t to = 0;
  };

  // Follows the time column. `start` is the wall time until a row says one.
  RecordingClock(Millis interval, WallTime start) : interval_(interval), start_(start) {}
  // Ignores it: the rows are 1/rate apart, the first is at `start`.
  static RecordingClock at_rate(double rate_hz, WallTime start);

  Step advance(std::optional<std::int64_t> t_ms);

  Moment now() const { return now_; }
  Millis interval() const { return interval_; }
  bool follows_column() const { return rate_hz_ == 0; }

 private:
  Step follow(std::int64_t t_ms);

  Millis interval_;
  WallTime start_;
  double rate_hz_ = 0;  // 0: follow the column
  std::int64_t rows_ = 0;
  Moment now_;
};

}  // namespace chairhub
