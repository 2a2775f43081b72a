// What a replay has seen, added up and printed for a person.

#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "hub/core/chair.h"
#include "hub/core/observation.h"

namespace chairhub {

class ReplaySummary {
 public:
  // Takes each tick's observation, and that of the detector's stop.
  void add(const Observation& observation);

  void print(std::uint64_t rows, const Chair& chair, std::span<const PadReport> pads) const;

 private:
  std::array<Millis, posture_count> by_posture_{};
  Millis occupied_{};
  std::uint64_t shifts_ = 0;
  std::uint64_t breaks_ = 0;
  std::uint64_t sittings_ = 0;
  std::array<std::uint64_t, cause_count> alerts_{};
};

}  // namespace chairhub
