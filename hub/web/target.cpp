#include "hub/web/target.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "hub/core/utf8.h"

namespace chairhub {
namespace {

std::optional<char> encoded(std::string_view digits) {
  unsigned value = 0;
  if (digits.size() < 2) return std::nullopt;
  const char* end = digits.data() + 2;
  const auto [stop, error] = std::from_chars(digits.data(), end, value, 16);
  if (error != std::errc() || stop != end || value == 0) return std::nullopt;
  return static_cast<char>(value);
}

std::optional<std::string> decoded(std::string_view text, bool plus_is_blank) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '+' && plus_is_blank) c = ' ';
    if (c == '%') {
      const auto code = encoded(text.substr(i + 1));
      if (!code) return std::nullopt;
      c = *code;
      i += 2;
    }
    plain += c;
  }
  return is_utf8(plain) ? std::optional(plain) : std::nullopt;
}

}  // namespace

Result<Target> read_target(std::string_view text) {
  const auto odd = [text] {
    return failure("the address " + quote(text) + " is not encoded as addresses are: use %20 for a blank, in UTF-8");
  };
  Target target;
  const std::size_t mark = std::min(text.find('?'), text.size());
  const auto path = decoded(text.substr(0, mark), false);
  if (!path) return odd();
  target.path = *path;
  for (std::size_t begin = mark + 1; begin < text.size();) {
    const std::size_t end = std::min(text.find('&', begin), text.size());
    const std::string_view field = text.substr(begin, end - begin);
    begin = end + 1;
    if (field.empty()) continue;
    const std::size_t equals = std::min(field.find('='), field.size());
    const auto name = decoded(field.substr(0, equals), true);
    const auto value = decoded(field.substr(std::min(equals + 1, field.size())), true);
    if (!name || !value) return odd();
    target.query.emplace(*name, *value);
  }
  return target;
}

}  // namespace chairhub
