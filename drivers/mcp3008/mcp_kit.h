// Kits of MCP3004, MCP3008, MCP3204 and MCP3208, one at each chip select, or
// one behind an analog multiplexer: drivers `mcp3008` and `mcp3208`.

#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>

#include "drivers/bus/bus_clock.h"
#include "drivers/bus/gpio.h"
#include "drivers/bus/spi_bus.h"
#include "drivers/driver.h"

namespace chairhub {

std::span<const OptionInfo> mcp_options();

// Whether its chips have 10 or 12 bits is in config.driver.
Result<std::unique_ptr<Kit>> make_mcp_kit(const KitConfig& config, const Options& options, const Chair& chair);

// What a kit is made of outside of a test: spidev, libgpiod and the monotonic clock.
struct McpHardware {
  std::function<BusResult<std::unique_ptr<SpiBus>>(const std::string& device, std::uint32_t speed_hz)> open_spi;
  GpioOpener open_gpio;
  BusClock& clock;  // outlives the kit
};
Result<std::unique_ptr<Kit>> make_mcp_kit_on(const McpHardware& hardware, const KitConfig& config,
                                             const Options& options, const Chair& chair);

}  // namespace chairhub
