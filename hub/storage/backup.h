// Copies the log into one file, also while the hub writes it, and puts such a
// copy back.
//
// Thread rule: none of its own. Both block as long as the disk does.

#pragma once

#include <filesystem>

#include "hub/core/result.h"

namespace chairhub {

// `copy` must not be there yet. It is there only once it is whole, was read through and found sound; it belongs to
// its owner alone.
Result<void> back_up(const std::filesystem::path& log, const std::filesystem::path& copy);

// Puts `copy`, a log of this version or an older one, in the place of the log. What was there is kept beside it;
// returns its new name, empty when there was none. Refused while anybody has the log open.
Result<std::filesystem::path> restore(const std::filesystem::path& log, const std::filesystem::path& copy);

}  // namespace chairhub
