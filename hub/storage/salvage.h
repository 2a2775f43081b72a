// Finds out whether the log is damaged, and saves what can be read of it into
// a fresh one. Deletes nothing: the damaged file is kept.
//
// Thread rule: none of its own; before anybody else opens the log.

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "hub/core/result.h"

namespace chairhub {

struct Salvage {
  std::string damage;          // what was found
  std::filesystem::path kept;  // the damaged file
  std::int64_t rows = 0;       // that were saved

  std::string in_words() const;
};

// Reads the log through; unset when it is sound, empty, not there, or no log of ours: whoever opens it says that.
Result<std::optional<Salvage>> salvage_if_damaged(const std::filesystem::path& log);

}  // namespace chairhub
