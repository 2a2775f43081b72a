// TEMPLATE, part 3 of 3: the options, and how a kit is made of them. A real
// driver has its line in drivers/catalogue.cpp; this one has none, because
// nobody can buy the chip.

#pragma once

#include <memory>
#include <span>

#include "drivers/bus/bus_clock.h"
#include "drivers/bus/i2c_bus.h"
#include "drivers/driver.h"

namespace chairhub {

std::span<const OptionInfo> example4_options();

// What the catalogue's line names.
Result<std::unique_ptr<Kit>> make_example4_kit(const KitConfig& config, const Options& options, const Chair& chair);

// The same on a bus that is open already, for tests; `clock` outlives the kit.
Result<std::unique_ptr<Kit>> make_example4_kit_on(const std::shared_ptr<I2cBus>& bus, BusClock& clock,
                                                  const KitConfig& config, const Options& options, const Chair& chair);

}  // namespace chairhub
