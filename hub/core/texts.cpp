#include "hub/core/texts.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

namespace chairhub {
namespace {

const TextTable& texts_in(Language language) {
  switch (language) {
    case Language::english:
      return texts_in_english();
    case Language::german:
      return texts_in_german();
  }
  throw std::logic_error("a language without texts");
}

char decimal_sign(Language language) {
  return language == Language::german ? ',' : '.';
}

}  // namespace

std::string_view say(TextKey key, Language language) {
  return texts_in(language).at(static_cast<std::size_t>(key));
}

std::string fill(std::string_view text, std::initializer_list<std::pair<std::string_view, std::string>> values) {
  std::string filled;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    filled += text.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = text.find('}', open);
    const std::string_view name = text.substr(open + 1, close - open - 1);
    const auto* value = std::find_if(values.begin(), values.end(), [&](const auto& one) { return one.first == name; });
    if (close == std::string_view::npos || value == values.end())
      throw std::logic_error(fmt::format("the text \"{}\" asks for a value that is not given", text));
    filled += value->second;
    text.remove_prefix(close + 1);
  }
  return filled;
}

std::string number_in(Language language, double value, int decimals) {
  std::string number = fmt::format("{:.{}f}", value, decimals);
  if (number.find('.') == std::string::npos) return number;
  while (number.back() == '0') number.pop_back();
  if (number.back() == '.') number.pop_back();
  std::replace(number.begin(), number.end(), '.', decimal_sign(language));
  return number;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string in_one_line(std::string_view text) {
  std::string line(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

}  // namespace chairhub
