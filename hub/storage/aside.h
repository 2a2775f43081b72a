// Takes a log out of the way without losing it. Private to hub/storage.

#pragma once

#include <filesystem>
#include <string_view>

#include "hub/core/result.h"

namespace chairhub {

// chairhub.db -> chairhub.db.WORD-1, or the first number that is free, with its write-ahead log; returns the new name.
Result<std::filesystem::path> set_aside(const std::filesystem::path& log, std::string_view word);

// Puts a finished file in its place, and waits until the disk has it.
Result<void> put_in_place(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace chairhub
