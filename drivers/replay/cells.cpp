#include "drivers/replay/cells.h"

#include <charconv>
#include <cmath>
#include <cstring>

namespace chairhub {
namespace {

const char* find(const char* from, const char* end, char wanted) {
  const void* found = std::memchr(from, wanted, static_cast<std::size_t>(end - from));
  return found != nullptr ? static_cast<const char*>(found) : end;
}

}  // namespace

const char* end_of_cell(const char* cell, const char* end) {
  if (cell == end || *cell != '"') return find(cell, end, ',');
  return find(find(cell + 1, end, '"'), end, ',');
}

std::string_view bare(std::string_view cell) {
  constexpr std::string_view around = " \t\"";
  const std::size_t first = cell.find_first_not_of(around);
  if (first == std::string_view::npos) return {};
  return cell.substr(first, cell.find_last_not_of(around) - first + 1);
}

std::optional<std::int64_t> as_t_ms(std::string_view bare_cell) {
  std::int64_t whole = 0;
  const char* end = bare_cell.data() + bare_cell.size();
  const auto [stop, error] = std::from_chars(bare_cell.data(), end, whole);
  if (error != std::errc{} || whole < 0 || whole > last_t_ms) return std::nullopt;
  // Behind the whole number there may be a fraction; anything else makes it a text.
  if (stop != end && !as_number(bare_cell)) return std::nullopt;
  return whole;
}

std::optional<double> as_number(std::string_view bare_cell) {
  double number = 0;
  const char* end = bare_cell.data() + bare_cell.size();
  const auto [stop, error] = std::from_chars(bare_cell.data(), end, number, std::chars_format::fixed);
  if (error != std::errc{} || stop != end || !std::isfinite(number)) return std::nullopt;
  return number;
}

}  // namespace chairhub
