// A kit without hardware: a sitter played from a scenario file, on pads that
// creep, stick, saturate and fail like real ones. The same scenario and seed
// give the same counts on every machine, at any speed.

#pragma once

#include <memory>
#include <span>

#include "drivers/driver.h"

namespace chairhub {

std::span<const OptionInfo> simulated_options();
Result<std::unique_ptr<Kit>> make_simulated_kit(const KitConfig& config, const Options& options, const Chair& chair);

}  // namespace chairhub
