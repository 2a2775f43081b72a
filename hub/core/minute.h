// One minute of wall time, summed up: what the log keeps instead of raw
// frames. Minutes in which nobody sat are not kept.

#pragma once

#include <array>
#include <cstdint>

#include "hub/core/posture.h"
#include "hub/core/time.h"

namespace chairhub {

inline constexpr std::size_t posture_count = 7;

struct MinMeanMax {
  double min = 0;
  double mean = 0;
  double max = 0;
};

struct Minute {
  WallTime start{};                             // a full minute, UTC
  std::array<double, posture_count> seconds{};  // by Posture; adds up to at most 60
  std::uint32_t shifts = 0;
  MinMeanMax seat_total;  // loads while occupied
  MinMeanMax back_share;
  MinMeanMax left_right;
  MinMeanMax front_back;
};

}  // namespace chairhub
