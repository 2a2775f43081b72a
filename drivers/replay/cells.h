// The cells of a line of CSV, and the numbers in them. Cells may be quoted and
// padded with blanks; a quoted cell may hold commas but no line's end.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace chairhub {

// The comma that ends the cell beginning at `cell`, or `end`.
const char* end_of_cell(const char* cell, const char* end);

// The digits from `cell` on as a number; returns the place behind them, or `cell` when they are more than always fit.
// Behind the line stands a byte that is no digit.
inline const char* read_digits(const char* cell, std::int64_t& number) {
  constexpr std::ptrdiff_t most = 18;
  const auto digit_at = [](const char* place) { return static_cast<unsigned char>(*place) - unsigned{'0'}; };
  std::uint64_t digits = 0;  // of too many it is a wrong number
  const char* stop = cell;
  for (unsigned digit = digit_at(stop); digit <= 9; digit = digit_at(++stop)) digits = digits * 10 + digit;
  number = static_cast<std::int64_t>(digits);
  return stop - cell <= most ? stop : cell;
}

// The cell's text without quotes and blanks around it.
std::string_view bare(std::string_view cell);

inline constexpr std::int64_t last_t_ms = 253402300799999;  // the end of the year 9999

// Unix milliseconds of the years 1970 to 9999, whole or with a fraction that is dropped.
std::optional<std::int64_t> as_t_ms(std::string_view bare_cell);

// Any plain decimal number, "12", "-3" or "12.0".
std::optional<double> as_number(std::string_view bare_cell);

}  // namespace chairhub
