// A kit of HX711 load-cell converters with a shared clock line: driver `hx711`.

#pragma once

#include <memory>
#include <span>

#include "drivers/bus/bus_clock.h"
#include "drivers/bus/gpio.h"
#include "drivers/driver.h"

namespace chairhub {

std::span<const OptionInfo> hx711_options();
Result<std::unique_ptr<Kit>> make_hx711_kit(const KitConfig& config, const Options& options, const Chair& chair);

// On other lines than libgpiod's; `clock` outlives the kit.
Result<std::unique_ptr<Kit>> make_hx711_kit_on(const GpioOpener& open, BusClock& clock, const KitConfig& config,
                                               const Options& options, const Chair& chair);

}  // namespace chairhub
