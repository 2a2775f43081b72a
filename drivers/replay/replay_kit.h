// A kit that plays a recording with the recording's own times.

#pragma once

#include <memory>
#include <span>

#include "drivers/driver.h"

namespace chairhub {

std::span<const OptionInfo> replay_options();
Result<std::unique_ptr<Kit>> make_replay_kit(const KitConfig& config, const Options& options, const Chair& chair);

}  // namespace chairhub
