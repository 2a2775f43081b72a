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

// So many pads in rows of two, left and right, from the rear or bottom on; an odd one is in the middle of the last
// row. Named seat_1, back_1 and so on.
std::vector<Pad> pads_in_rows(std::size_t seat, std::size_t back);

}  // namespace chairhub
