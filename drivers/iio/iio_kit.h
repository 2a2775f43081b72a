// Kits of converters that the kernel owns: driver `iio`.

#pragma once

#include <filesystem>
#include <memory>
#include <span>

#include "drivers/bus/bus_clock.h"
#include "drivers/driver.h"

namespace chairhub {

std::span<const OptionInfo> iio_options();
Result<std::unique_ptr<Kit>> make_iio_kit(const KitConfig& config, const Options& options, const Chair& chair);

// With the folder in which the kernel lists its devices; `clock` outlives the kit.
Result<std::unique_ptr<Kit>> make_iio_kit_from(const std::filesystem::path& devices, BusClock& clock,
                                               const KitConfig& config, const Options& options, const Chair& chair);

}  // namespace chairhub
