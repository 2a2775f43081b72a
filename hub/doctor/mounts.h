// What is mounted where. Private to hub/doctor.

#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "hub/doctor/machine.h"

namespace chairhub {

struct Mount {
  std::string point;
  std::string kind;  // "ext4", "tmpfs"
  bool is_read_only = false;

  bool is_memory() const { return kind == "tmpfs" || kind == "ramfs"; }
};

// The mount that holds this path; unset when the kernel's list cannot be read.
std::optional<Mount> mount_of(const Machine& machine, const std::filesystem::path& path);

}  // namespace chairhub
