#include "drivers/catalogue.h"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "drivers/ads1115/ads111x_kit.h"
#include "drivers/hx711/hx711_kit.h"
#include "drivers/iio/iio_kit.h"
#include "drivers/mcp3008/mcp_kit.h"
#include "drivers/nau7802/nau7802_kit.h"
#include "drivers/replay/replay_kit.h"
#include "drivers/simulated/simulated_kit.h"
#include "drivers/wireless/wireless_kit.h"
#include "hub/core/suggest.h"

namespace chairhub {

std::span<const DriverInfo> driver_catalogue() {
  static const std::array drivers = {
      DriverInfo{"ads1015", "up to four ADS1015 on I2C, 12 bits", ads1015_options(), make_ads111x_kit},
      DriverInfo{"ads1115", "up to four ADS1115 on I2C, 16 bits", ads1115_options(), make_ads111x_kit},
      DriverInfo{"hx711", "load cells on HX711 at GPIO lines", hx711_options(), make_hx711_kit},
      DriverInfo{"iio", "converters that a kernel driver owns", iio_options(), make_iio_kit},
      DriverInfo{"mcp3008", "MCP3008 or MCP3004 on SPI, 10 bits", mcp_options(), make_mcp_kit},
      DriverInfo{"mcp3208", "MCP3208 or MCP3204 on SPI, 12 bits", mcp_options(), make_mcp_kit},
      DriverInfo{"nau7802", "load cells on NAU7802, one or several behind a multiplexer", nau7802_options(),
                 make_nau7802_kit},
      DriverInfo{"replay", "plays a recording", replay_options(), make_replay_kit},
      DriverInfo{"simulated", "a simulated sitter on simulated pads, from a scenario file", simulated_options(),
                 make_simulated_kit},
      DriverInfo{"wireless", "a kit on a radio that sends its frames over MQTT", wireless_options(), make_wireless_kit},
  };
  return drivers;
}

const DriverInfo* find_driver(std::string_view name) {
  const auto all = driver_catalogue();
  const auto found = std::find_if(all.begin(), all.end(), [name](const DriverInfo& d) { return d.name == name; });
  return found == all.end() ? nullptr : &*found;
}

Result<std::unique_ptr<Kit>> make_kit(const KitConfig& config, const Chair& chair) {
  const DriverInfo* driver = find_driver(config.driver);
  if (driver == nullptr) {
    std::vector<std::string_view> names;
    for (const DriverInfo& known : driver_catalogue()) names.push_back(known.name);
    const auto meant = nearest(config.driver, names);
    return failure(fmt::format("{}: there is no driver '{}'{}; there are {}", config.where, config.driver,
                               meant ? fmt::format(", did you mean '{}'?", *meant) : "", fmt::join(names, ", ")));
  }
  const auto options = Options::check(config, driver->options);
  if (!options) return tl::unexpected(options.error());
  return driver->make(config, *options, chair);
}

}  // namespace chairhub
