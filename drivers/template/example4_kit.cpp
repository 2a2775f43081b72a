#include "drivers/template/example4_kit.h"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "drivers/converter/chip_list.h"
#include "drivers/converter/converter_kit.h"
#include "drivers/template/example4_converter.h"

namespace chairhub {
namespace {

// `chairhub check` and the errors are made of this table; type and range of each value are checked before we see it.
constexpr std::array example4_table = {
    OptionInfo{.key = "bus",
               .default_value = std::string_view{"/dev/i2c-1"},
               .allowed = "a device of i2c-dev",
               .meaning = "the bus that the chips are on"},
    OptionInfo{.key = "addresses",
               .default_value = std::string_view{"0x20"},
               .allowed = "0x20 to 0x23, each once",
               .meaning = "the chips, in the order of their channels"},
    OptionInfo{.key = "end_of_line",
               .default_value = false,
               .allowed = "true or false",
               .meaning = "every pad has an end-of-line resistor, so that a broken wire shows"},
};

}  // namespace

std::span<const OptionInfo> example4_options() {
  return example4_table;
}

Result<std::unique_ptr<Kit>> make_example4_kit(const KitConfig& config, const Options& options, const Chair& chair) {
  auto bus = open_i2c_bus(options.text("bus"));
  if (!bus) return failure(fmt::format("{}: {}", options.where("bus"), in_words(bus.error())));
  return make_example4_kit_on(std::move(*bus), monotonic_bus_clock(), config, options, chair);
}

Result<std::unique_ptr<Kit>> make_example4_kit_on(const std::shared_ptr<I2cBus>& bus, BusClock& clock,
                                                  const KitConfig& config, const Options& options, const Chair& chair) {
  const auto addresses = number_list(options, "addresses", 0x20, 0x23);
  if (!addresses) return tl::unexpected(addresses.error());
  ConverterParts parts;
  for (const std::uint8_t address : *addresses)
    parts.chips.push_back({fmt::format("0x{:02x}", address), std::make_unique<Example4Converter>(bus, address)});
  parts.description = fmt::format("{} example4 on {}", parts.chips.size(), bus->name());
  // Resistive pads on a converter that measures against their supply. A kit of load cells leaves this out.
  parts.wiring = Wiring{example4::full_scale, options.flag("end_of_line")};
  parts.wiring_where = options.where("end_of_line");
  return make_converter_kit(config, chair, std::move(parts), clock);
}

}  // namespace chairhub
