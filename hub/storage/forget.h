// Deletes data for good: rows go, and the file is rewritten without them. May
// be used while the hub runs; it waits a few seconds for its turn.

#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "hub/core/log_rows.h"
#include "hub/core/result.h"

namespace chairhub {

struct Forget {
  std::optional<std::string> chair;  // unset: every chair
  std::optional<WallRange> range;    // unset: everything, with settings and calibrations
};

// A range takes what overlaps it, whole. Chairs that the hub still serves stay
// in the list of chairs.
Result<void> forget(const std::filesystem::path& database, const Forget& what);

}  // namespace chairhub
