#include "drivers/converter/chip_list.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

namespace chairhub {
namespace {

std::optional<unsigned> number_of(std::string_view text) {
  const bool is_hex = text.starts_with("0x") || text.starts_with("0X");
  if (is_hex) text.remove_prefix(2);
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, is_hex ? 16 : 10);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

std::vector<std::string> split_list(std::string_view text) {
  constexpr std::string_view between = ", \t";
  std::vector<std::string> items;
  for (std::size_t begin = text.find_first_not_of(between); begin != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(between, begin), text.size());
    items.emplace_back(text.substr(begin, end - begin));
    begin = text.find_first_not_of(between, end);
  }
  return items;
}

Result<std::vector<std::uint8_t>> number_list(const Options& options, std::string_view key, std::uint8_t lowest,
                                              std::uint8_t highest) {
  const std::string text = options.text(key);
  const auto shown = [highest](unsigned n) { return highest < 10 ? fmt::format("{}", n) : fmt::format("0x{:02x}", n); };
  const auto refuse = [&](std::string_view why) {
    return failure(fmt::format("{}: {} is \"{}\"{}; allowed: {} to {}, each once, such as \"{}, {}\"",
                               options.where(key), key, text, why, shown(lowest), shown(highest), shown(lowest),
                               shown(highest)));
  };
  std::vector<std::uint8_t> numbers;
  for (const std::string& item : split_list(text)) {
    const auto number = number_of(item);
    if (!number || *number < lowest || *number > highest) return refuse(fmt::format(", {} is not possible", item));
    const auto address = static_cast<std::uint8_t>(*number);
    if (std::find(numbers.begin(), numbers.end(), address) != numbers.end())
      return refuse(fmt::format(", {} stands there twice", item));
    numbers.push_back(address);
  }
  if (numbers.empty()) return refuse("");
  return numbers;
}

}  // namespace chairhub
