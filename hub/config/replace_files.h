// Writes files so that a crash or a full disk leaves each as it was or as it
// is to be, and several together: nothing is replaced before all are written.

#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "hub/core/result.h"

namespace chairhub {

struct NewFile {
  std::filesystem::path file;
  std::string text;
};

// A file that is replaced keeps its permissions.
Result<void> replace_files(std::span<const NewFile> files);

// A copy beside the file, under a name that is still free: "chairhub.toml.bak", ".bak2" ...
Result<std::filesystem::path> keep_backup(const std::filesystem::path& file);

}  // namespace chairhub
