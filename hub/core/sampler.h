// Turns frames of any rate (2 to 50 Hz) into about two samples a second: for
// each pad the median of its readings in that half second. Everything behind
// it works at that pace, so no decision depends on the frame rate, one wild
// reading moves nothing, and a frame costs next to nothing.

#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "hub/core/frame.h"

namespace chairhub {

// The pads at one tick, in the order of Chair::pads.
struct Sample {
  Moment at{};       // of the tick's last frame
  Millis elapsed{};  // since the previous tick; 0 at the first
  std::uint32_t pad_count = 0;
  std::array<std::int32_t, max_pads> counts{};  // undefined unless present
  std::array<bool, max_pads> present{};         // false: no reading at all in this half second
  std::array<Signal, max_pads> instead{};       // what came last instead of a reading; undefined while present
};

class Sampler {
 public:
  // Takes the next frame; the sample of the half second it completes, else null.
  const Sample* add(const Frame& frame);

  // Forgets what it has collected, because time has jumped.
  void restart();

 private:
  // A tick is due each half second, a little early for a kit whose frames come
  // at 2 Hz with some jitter (engineering default).
  static constexpr Millis tick{500};
  static constexpr Millis early{50};
  static constexpr std::uint32_t capacity = 32;  // 50 Hz for half a second, and some

  // Readings from before a silence say nothing of the half second after it.
  static constexpr Millis silence{1000};

  void complete(const Frame& frame);

  SteadyTime last_frame_{};
  std::optional<SteadyTime> last_tick_;
  std::optional<SteadyTime> due_;
  std::array<std::array<std::int32_t, capacity>, max_pads> readings_{};
  std::array<std::uint8_t, max_pads> collected_{};  // readings of each pad
  std::array<Signal, max_pads> odd_{};              // the last one that was no reading
  Sample sample_;
};

}  // namespace chairhub
