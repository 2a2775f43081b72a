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

// The digits from `cell` on as a number, at most as many as always fit; returns the place behind them. Behind the line
// stands a byte that is no digit.
inline const char* read_digits(const char* cell, std::int64_t& number) {
  const char* const most = cell + 18;
  number = 0;
  for (const char* stop = cell;; ++stop) {
    const unsigned digit = static_cast<unsigned char>(*stop) - unsigned{'0'};
    if (digit > 9 || stop == most) return stop;
    number = number * 10 + digit;
  }
}

// The cell's text without quotes and blanks around it.
std::string_view bare(std::string_view cell);

inline constexpr std::int64_t last_t_ms = 253402300799999;  // the end of the year 9999

// Unix milliseconds of the years 1970 to 9999, whole or with a fraction that is dropped.
std::optional<std::int64_t> as_t_ms(std::string_view bare_cell);

// Any plain decimal number, "12", "-3" or "12.0".
std::optional<double> as_number(std::string_view bare_cell);

}  // namespace chairhub
