// How much of each cause has built up, in time: what an alert's limit is held
// against. Recovery takes away again: leaning back, sitting up, getting up.

#pragma once

#include <array>
#include <optional>

#include "hub/core/alert.h"
#include "hub/core/posture.h"
#include "hub/core/thresholds.h"
#include "hub/core/time.h"

namespace chairhub {

// What one tick says about the sitter.
struct SitterNow {
  bool occupied = false;
  Posture posture = Posture::unknown;
  double asymmetry = 0;  // left/right balance of the seat, its distance from the person's own
  Millis session{};      // sittings.h
  Millis still{};        // movement.h
  Millis since_sat{};    // since sitting down; posture counts only when settled
};

class Exposure {
 public:
  void update(const SitterNow& sitter, Moment now, Millis elapsed, const Thresholds& thresholds);
  void restart() { *this = Exposure{}; }

  Millis of(Cause cause) const { return built_up_[index(cause)]; }
  // The sitter does it right now, and not only has done it.
  bool goes_on(Cause cause) const { return goes_on_[index(cause)]; }
  // When what has built up began; unset while nothing has.
  std::optional<Moment> since(Cause cause) const { return since_[index(cause)]; }

  // Beyond the limit, and not yet back under 0.7 of it (Dorso's exit factor).
  bool active(Cause cause) const { return active_[index(cause)]; }

  static Millis limit(Cause cause, const Thresholds& thresholds);
  // How much longer it has to go on without a pause until it is active.
  Millis until_due(Cause cause, const Thresholds& thresholds) const;

 private:
  static constexpr double exit_factor = 0.7;
  static std::size_t index(Cause cause) { return static_cast<std::size_t>(cause); }

  void count_unsupported(const SitterNow& sitter, Millis elapsed, const Thresholds& thresholds);
  void count_forward(const SitterNow& sitter, Millis elapsed, const Thresholds& thresholds);
  void count_asymmetric(const SitterNow& sitter, Millis elapsed, const Thresholds& thresholds);

  std::array<Millis, cause_count> built_up_{};
  std::array<std::optional<Moment>, cause_count> since_{};
  std::array<bool, cause_count> active_{};
  std::array<bool, cause_count> goes_on_ = {true, false, true, false, false};  // by Cause; time always goes on
  Millis supported_for_{};                                                     // the running stretch of support
  Millis even_for_{};  // the running stretch without leaning to a side
  Millis away_for_{};
  Millis until_settled_{};  // until postures count, after sitting down
};

}  // namespace chairhub
