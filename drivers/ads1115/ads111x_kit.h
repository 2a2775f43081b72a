// Kits of up to four ADS1115 or ADS1015 on one bus, or of one behind an analog
// multiplexer: drivers `ads1115` and `ads1015`.

#pragma once

#include <memory>
#include <span>

#include "drivers/bus/bus_clock.h"
#include "drivers/bus/gpio.h"
#include "drivers/bus/i2c_bus.h"
#include "drivers/driver.h"

namespace chairhub {

std::span<const OptionInfo> ads1115_options();
std::span<const OptionInfo> ads1015_options();

// Which of the two is in config.driver.
Result<std::unique_ptr<Kit>> make_ads111x_kit(const KitConfig& config, const Options& options, const Chair& chair);

// On a bus that is open already; `clock` outlives the kit.
Result<std::unique_ptr<Kit>> make_ads111x_kit_on(const std::shared_ptr<I2cBus>& bus, BusClock& clock,
                                                 const KitConfig& config, const Options& options, const Chair& chair,
                                                 const GpioOpener& open = open_gpio_chip);

}  // namespace chairhub
