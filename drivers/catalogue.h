// All drivers, one line each. Decides which one a configuration means and that
// its options are right; the drivers decide everything else.

#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "drivers/driver.h"

namespace chairhub {

std::span<const DriverInfo> driver_catalogue();
const DriverInfo* find_driver(std::string_view name);

// The kit that `config` describes, for `chair`. Errors begin with the place of
// the option in the configuration and say what is allowed.
Result<std::unique_ptr<Kit>> make_kit(const KitConfig& config, const Chair& chair);

}  // namespace chairhub
