#include "drivers/replay/recording_clock.h"

#include <cmath>

namespace chairhub {
namespace {

constexpr Millis hole_from = Seconds(30);
constexpr Millis set_from = std::chrono::hours(24);

Millis after_rows(double rows, double rate_hz) {
  return Millis(std::llround(rows * 1000.0 / rate_hz));
}

}  // namespace

RecordingClock RecordingClock::at_rate(double rate_hz, WallTime start) {
  RecordingClock clock(after_rows(1, rate_hz), start);
  clock.rate_hz_ = rate_hz;
  return clock;
}

RecordingClock::Step RecordingClock::advance(std::optional<std::int64_t> t_ms) {
  const bool is_first = rows_ == 0;
  ++rows_;
  if (!follows_column()) {
    const Millis passed = after_rows(static_cast<double>(rows_ - 1), rate_hz_);
    now_ = {SteadyTime(passed), start_ + passed};
    return {};
  }
  if (is_first) now_ = {SteadyTime{}, t_ms ? WallTime(Millis(*t_ms)) : start_};
  if (!t_ms) {
    if (!is_first) now_ = now_ + interval_;
    return {StepKind::unreadable, 0, 0};
  }
  return is_first ? Step{} : follow(*t_ms);
}

RecordingClock::Step RecordingClock::follow(std::int64_t t_ms) {
  const WallTime wall{Millis(t_ms)};
  Step step{StepKind::usual, now_.wall.time_since_epoch().count(), t_ms};
  Millis passed = wall - now_.wall;
  if (passed < Millis(0)) step.kind = StepKind::back;
  if (passed > hole_from) step.kind = StepKind::hole;
  if (passed > set_from) step.kind = StepKind::set_forward;
  if (step.kind == StepKind::back || step.kind == StepKind::set_forward) passed = interval_;
  now_ = {now_.steady + passed, wall};
  return step;
}

}  // namespace chairhub
