#include "drivers/converter/gpio_options.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace chairhub {
namespace {

std::string_view without_blanks(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

}  // namespace

Result<std::vector<unsigned>> gpio_lines(const Options& options, std::string_view key) {
  const std::string text = options.text(key);
  const auto refused = [&](std::string_view what) {
    return failure(fmt::format("{}: {} is '{}', {}", options.where(key), key, text, what));
  };
  std::vector<unsigned> lines;
  if (without_blanks(text).empty()) return lines;
  for (std::string_view rest = text;;) {
    const auto comma = rest.find(',');
    const std::string_view word = without_blanks(rest.substr(0, comma));
    unsigned line = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), line);
    if (word.empty() || error != std::errc{} || end != word.data() + word.size())
      return refused("allowed are GPIO (BCM) numbers separated by commas, such as \"17,27,22,23\"");
    if (std::find(lines.begin(), lines.end(), line) != lines.end())
      return refused(fmt::format("which names line {} twice", line));
    lines.push_back(line);
    if (comma == std::string_view::npos) return lines;
    rest.remove_prefix(comma + 1);
  }
}

}  // namespace chairhub
