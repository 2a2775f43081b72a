// The log's rows in the shape that a picture needs: no more of them than there
// are places to draw. Decides nothing about what is logged.

#pragma once

#include <cstddef>
#include <vector>

#include "hub/core/log_rows.h"

namespace chairhub {

// More points than this cannot be told apart on a screen.
inline constexpr std::size_t most_points = 1500;

// The shortest of 1, 2, 5, 10, 15, 30 minutes, 1, 2, 3, 6, 12 hours, 1, 2, 7, ... days that leaves at most
// `most_points` in the range.
Seconds resolution_for(WallRange range);

struct JoinedSpans {
  std::vector<LoggedSpan> spans;
  Seconds resolution{};  // zero: as they were logged
};
// At most `most_points` spans, clipped to the range: where there are more, each step of the resolution takes the
// posture that lasted longest in it, and steps of the same posture become one.
JoinedSpans joined(std::vector<LoggedSpan> spans, WallRange range);

}  // namespace chairhub
