#include "drivers/mcp3008/mcp_kit.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "drivers/converter/chip_list.h"
#include "drivers/converter/converter_kit.h"
#include "drivers/converter/mux_options.h"
#include "drivers/mcp3008/mcp_converter.h"

namespace chairhub {
namespace {

// 1.35 MHz is allowed to an MCP3008 at 2.7 V, 1 MHz to an MCP3208 (data sheets, "Clock frequency"; both name 5 V
// next, so 3.3 V counts as 2.7); below 10 kHz the sampled voltage leaks away.
constexpr std::int64_t most_hz_of_twelve_bits = 1'000'000;
const auto mcp_table = with_mux_options(std::array{
    OptionInfo{.key = "device",
               .default_value = std::string_view{"/dev/spidev0.0"},
               .allowed = "devices of spidev, separated by commas",
               .meaning = "the chips, in the order of their channels"},
    OptionInfo{.key = "inputs",
               .default_value = std::int64_t{8},
               .allowed = "4 (MCP3004, MCP3204) or 8 (MCP3008, MCP3208)",
               .meaning = "the inputs of each chip",
               .min = 4,
               .max = 8},
    OptionInfo{.key = "speed_hz",
               .default_value = std::int64_t{1'000'000},
               .allowed = "10000 to 1350000, mcp3208 to 1000000",
               .meaning = "the clock of the bus; a chip at 3.3 V is not made for more",
               .min = 10'000,
               .max = 1'350'000},
    OptionInfo{.key = "end_of_line",
               .default_value = false,
               .allowed = "true or false",
               .meaning = "every pad has an end-of-line resistor, so that a broken wire shows"},
});

// "0.1" of "/dev/spidev0.1": how a pad's `channel` names the chip.
std::string label_of(const std::string& device) {
  constexpr std::string_view usual = "spidev";
  const auto found = device.rfind(usual);
  return found == std::string::npos ? device : device.substr(found + usual.size());
}

}  // namespace

std::span<const OptionInfo> mcp_options() {
  return mcp_table;
}

Result<std::unique_ptr<Kit>> make_mcp_kit(const KitConfig& config, const Options& options, const Chair& chair) {
  return make_mcp_kit_on({open_spi_bus, open_gpio_chip, monotonic_bus_clock()}, config, options, chair);
}

Result<std::unique_ptr<Kit>> make_mcp_kit_on(const McpHardware& hardware, const KitConfig& config,
                                             const Options& options, const Chair& chair) {
  const McpBits bits = config.driver == "mcp3208" ? McpBits::twelve : McpBits::ten;
  const auto inputs = static_cast<std::uint32_t>(options.integer("inputs"));
  if (inputs != 4 && inputs != 8)
    return failure(fmt::format("{}: inputs is {}; these chips have 4 or 8", options.where("inputs"), inputs));
  if (const std::int64_t speed = options.integer("speed_hz"); bits == McpBits::twelve && speed > most_hz_of_twelve_bits)
    return failure(fmt::format("{}: speed_hz is {}; an MCP3208 or MCP3204 at 3.3 V is made for {} at most",
                               options.where("speed_hz"), speed, most_hz_of_twelve_bits));
  const std::vector<std::string> devices = split_list(options.text("device"));
  if (devices.empty()) return failure(options.where("device") + ": device names no device, such as /dev/spidev0.0");

  ConverterParts parts;
  std::vector<std::unique_ptr<Converter>> converters;
  for (auto device = devices.begin(); device != devices.end(); ++device) {
    if (std::find(devices.begin(), device, *device) != device)
      return failure(fmt::format("{}: device names {} twice", options.where("device"), *device));
    auto bus = hardware.open_spi(*device, static_cast<std::uint32_t>(options.integer("speed_hz")));
    if (!bus) return failure(fmt::format("{}: {}", options.where("device"), in_words(bus.error())));
    converters.push_back(std::make_unique<McpConverter>(std::move(*bus), bits, inputs));
  }
  auto ready = behind_mux(std::move(converters), options, hardware.clock, hardware.open_gpio);
  if (!ready) return tl::unexpected(ready.error());
  parts.description =
      fmt::format("{} {} with {} inputs on {}", devices.size(), config.driver, inputs, fmt::join(devices, ", "));
  if (ready->front()->channels() != inputs) parts.description += ", behind a multiplexer";
  for (std::size_t i = 0; i < devices.size(); ++i)
    parts.chips.push_back({label_of(devices[i]), std::move((*ready)[i])});
  // The pads' supply is the converter's reference, so it reads full scale.
  parts.wiring = Wiring{bits == McpBits::ten ? 1023.0 : 4095.0, options.flag("end_of_line")};
  parts.wiring_where = options.where("end_of_line");
  return make_converter_kit(config, chair, std::move(parts), hardware.clock);
}

}  // namespace chairhub
