// What has really built up on the chair, reckoned from what really happens
// there by the table of docs/alerts.md. Knows nothing of pads, of what the
// detection made of it, nor of what holds an alert back (judge.h).

#pragma once

#include <array>

#include "drivers/simulated/story.h"
#include "hub/core/alert.h"
#include "hub/core/thresholds.h"
#include "hub/core/time.h"

namespace chairhub::year {

inline constexpr Millis tick{500};

class Truth {
 public:
  explicit Truth(const Thresholds& thresholds) : thresholds_(thresholds) {}

  // Half a second passes; `can_see_posture`: what cannot be seen builds nothing up and repays nothing.
  void note(const simulated::Stance& stance, bool can_see_posture);

  Millis of(Cause cause) const { return built_up_[static_cast<std::size_t>(cause)]; }
  // As far as it can be seen.
  bool goes_on(Cause cause) const { return goes_on_[static_cast<std::size_t>(cause)]; }
  bool sits() const { return sits_; }
  // Their last break was within seconds of a full one, which decides whether all is repaid.
  bool is_break_unsure() const { return is_break_unsure_; }

 private:
  Millis& built_up(Cause cause) { return built_up_[static_cast<std::size_t>(cause)]; }
  void count_sitting(bool sits);
  void count_bent(simulated::Pose pose);
  void count_unsupported(simulated::Pose pose);

  const Thresholds& thresholds_;
  simulated::Stance before_;
  bool sits_ = false;
  bool is_break_unsure_ = false;
  Millis sat_for_{};
  Millis away_for_{};
  Millis supported_for_{};
  std::array<Millis, cause_count> built_up_{};
  std::array<bool, cause_count> goes_on_{};
};

}  // namespace chairhub::year
