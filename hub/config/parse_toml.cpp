#include "hub/config/parse_toml.h"

#include <cerrno>
#include <fstream>
#include <sstream>
#include <system_error>

#include <fmt/format.h>

namespace chairhub {

Result<std::string> read_text(const std::filesystem::path& file) {
  std::error_code ignored;
  if (std::filesystem::is_directory(file, ignored))
    return failure(fmt::format("{}: is a folder; a file is needed", file.string()));
  std::ifstream stream(file, std::ios::binary);
  if (!stream)
    return failure(fmt::format("{}: cannot be read ({})", file.string(), std::generic_category().message(errno)));
  std::ostringstream text;
  text << stream.rdbuf();
  if (stream.bad()) return failure(fmt::format("{}: cannot be read to its end", file.string()));
  return text.str();
}

Result<toml::table> parse_toml(std::string_view text, const std::filesystem::path& file) {
  try {
    return toml::parse(text, file.string());
  } catch (const toml::parse_error& error) {
    const auto at = error.source().begin;
    return failure(
        fmt::format("{}:{}:{}: this is not TOML: {}", file.string(), at.line, at.column, error.description()));
  }
}

}  // namespace chairhub
