// When a frame was measured, told from the sender's own milliseconds: what a
// radio delays and then delivers in a burst keeps its distances. Pure.

#pragma once

#include <algorithm>
#include <cstdint>

#include "hub/core/time.h"

namespace chairhub {

class SenderClock {
 public:
  // The sender has started, and its milliseconds begin anew.
  SteadyTime start(std::uint32_t kit_ms, SteadyTime arrived) {
    drift_ = Millis{0};
    return take(kit_ms, arrived);
  }

  // Never later than `arrived`, never earlier than the one before. The fastest
  // way that a frame has taken lately counts as no way at all.
  SteadyTime measured(std::uint32_t kit_ms, SteadyTime arrived) {
    const Millis passed{static_cast<std::uint32_t>(kit_ms - kit_ms_)};  // also over the top
    const SteadyTime expected = measured_ + passed + drift_of(passed);
    const bool is_believed = expected <= arrived && arrived - expected < longest_delay;
    return take(kit_ms, is_believed ? expected : arrived);
  }

 private:
  // No radio has it: the sender's clock was stopped or set (engineering default).
  static constexpr Millis longest_delay = Minutes{1};
  // The sender's clock may lag behind ours by one part in this many; a bad quartz has 100 in a million.
  static constexpr int drift = 1000;

  Millis drift_of(Millis passed) {
    drift_ += std::min(passed, longest_delay);
    const Millis whole = drift_ / drift;
    drift_ -= whole * drift;
    return whole;
  }

  SteadyTime take(std::uint32_t kit_ms, SteadyTime measured) {
    kit_ms_ = kit_ms;
    return measured_ = measured;
  }

  std::uint32_t kit_ms_ = 0;
  SteadyTime measured_{};
  Millis drift_{0};  // what of it is less than a millisecond so far, times `drift`
};

}  // namespace chairhub
