// Kits of NAU7802, one or several behind a multiplexer: driver `nau7802`.

#pragma once

#include <memory>
#include <span>

#include "drivers/bus/bus_clock.h"
#include "drivers/bus/i2c_bus.h"
#include "drivers/driver.h"

namespace chairhub {

std::span<const OptionInfo> nau7802_options();
Result<std::unique_ptr<Kit>> make_nau7802_kit(const KitConfig& config, const Options& options, const Chair& chair);

// On a bus that is open already; `clock` outlives the kit.
Result<std::unique_ptr<Kit>> make_nau7802_kit_on(const std::shared_ptr<I2cBus>& bus, BusClock& clock,
                                                 const KitConfig& config, const Options& options, const Chair& chair);

}  // namespace chairhub
