// Passwords stand in files of their own, never in the configuration.

#pragma once

#include <filesystem>
#include <string>

#include "hub/core/result.h"

namespace chairhub {

// The first line of the file.
Result<std::string> read_password(const std::filesystem::path& file);

}  // namespace chairhub
