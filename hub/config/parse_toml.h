// The one place where TOML text becomes a table. Knows no key.

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include <toml++/toml.h>

#include "hub/core/result.h"

namespace chairhub {

Result<std::string> read_text(const std::filesystem::path& file);

// Syntax errors and text that is not UTF-8 are refused as `file:line:column: …`.
Result<toml::table> parse_toml(std::string_view text, const std::filesystem::path& file);

}  // namespace chairhub
