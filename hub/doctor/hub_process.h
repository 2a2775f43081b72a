// Whether the hub runs with this configuration, which then has the kits.

#pragma once

#include <filesystem>
#include <optional>

#include "hub/doctor/machine.h"

namespace chairhub {

// Its process id. Found by its command line, so a hub that another program runs under another name is not.
std::optional<int> running_hub(const Machine& machine, const std::filesystem::path& config);

}  // namespace chairhub
