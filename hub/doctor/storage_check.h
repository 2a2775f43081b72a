// Whether the log can be kept: its folder, the disk below it, and the
// database itself.

#pragma once

#include "hub/config/config.h"
#include "hub/doctor/finding.h"
#include "hub/doctor/machine.h"

namespace chairhub {

// The folder, its rights, free space, and what kind of disk it is on.
Findings check_disk(const Machine& machine, const StorageConfig& storage);
// Opens the database for reading.
Findings check_database(const Machine& machine, const StorageConfig& storage);

}  // namespace chairhub
