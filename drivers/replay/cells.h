// The cells of a line of CSV, and the numbers in them. Cells may be quoted and
// padded with blanks; a quoted cell may hold commas but no line's end.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace chairhub {

// The comma that ends the cell beginning at `cell`, or `end`.
const char* end_of_cell(const char* cell, const char* end);

// The cell's text without quotes and blanks around it.
std::string_view bare(std::string_view cell);

// Unix milliseconds of the years 1970 to 9999, whole or with a fraction that is dropped.
std::optional<std::int64_t> as_t_ms(std::string_view bare_cell);

// Any plain decimal number, "12", "-3" or "12.0".
std::optional<double> as_number(std::string_view bare_cell);

}  // namespace chairhub
