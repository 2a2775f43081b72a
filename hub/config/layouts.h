// The built-in layouts: pads with their places for kits that are built as
// the hardware document draws them.

#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "hub/core/chair.h"

namespace chairhub {

inline constexpr std::array<std::string_view, 1> layout_names = {"standard8"};

// Four pads in the seat and four in the backrest, all with the same range.
std::vector<Pad> standard8(CountRange range);

}  // namespace chairhub
