#include "drivers/ads1115/ads111x_kit.h"

#include <array>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "drivers/ads1115/ads111x_converter.h"
#include "drivers/converter/chip_list.h"
#include "drivers/converter/converter_kit.h"
#include "drivers/converter/mux_options.h"

namespace chairhub {
namespace {

using namespace ads111x;

constexpr OptionInfo bus_option{.key = "bus",
                                .default_value = std::string_view{"/dev/i2c-1"},
                                .allowed = "a device of i2c-dev",
                                .meaning = "the bus that the chips are on"};
constexpr OptionInfo addresses_option{.key = "addresses",
                                      .default_value = std::string_view{"0x48, 0x49"},
                                      .allowed = "0x48 to 0x4b, each once",
                                      .meaning = "the chips, in the order of their channels"};
constexpr OptionInfo range_option{.key = "range_volts",
                                  .default_value = 4.096,
                                  .allowed = "6.144, 4.096, 2.048, 1.024, 0.512 or 0.256",
                                  .meaning = "the chip's range, plus and minus; has to hold the supply",
                                  .min = 0.256,
                                  .max = 6.144};
constexpr OptionInfo supply_option{.key = "supply_volts",
                                   .default_value = 3.3,
                                   .allowed = "2 to 5.5",
                                   .meaning = "the supply of the pads' dividers",
                                   .min = 2,
                                   .max = 5.5};
constexpr OptionInfo end_of_line_option{
    .key = "end_of_line",
    .default_value = false,
    .allowed = "true or false",
    .meaning = "every pad has an end-of-line resistor, so that a broken wire shows"};

constexpr OptionInfo rate_option(std::string_view allowed) {
  return {.key = "data_rate",
          .default_value = std::int64_t{250},
          .allowed = allowed,
          .meaning = "conversions a second; slower ones are quieter",
          .min = 8,
          .max = 3300};
}

const auto ads1115_table =
    with_mux_options(std::array{bus_option, addresses_option, range_option,
                                rate_option("8, 16, 32, 64, 128, 250, 475 or 860"), supply_option, end_of_line_option});
const auto ads1015_table = with_mux_options(std::array{bus_option, addresses_option, range_option,
                                                       rate_option("128, 250, 490, 920, 1600, 2400 or 3300"),
                                                       supply_option, end_of_line_option});

Result<Settings> read_settings(const KitConfig& config, const Options& options) {
  const Variant variant = config.driver == "ads1015" ? Variant::ads1015 : Variant::ads1115;
  const double range = options.number("range_volts");
  const std::int64_t rate = options.integer("data_rate");
  if (const auto settings = settings_of(variant, range, rate)) return *settings;
  if (!settings_of(variant, range, rates_sps(variant).front()))
    return failure(fmt::format("{}: range_volts is {}; allowed: {}", options.where("range_volts"), range,
                               fmt::join(ranges_volts(), ", ")));
  return failure(fmt::format("{}: data_rate is {}; allowed for the {}: {}", options.where("data_rate"), rate,
                             config.driver, fmt::join(rates_sps(variant), ", ")));
}

}  // namespace

std::span<const OptionInfo> ads1115_options() {
  return ads1115_table;
}

std::span<const OptionInfo> ads1015_options() {
  return ads1015_table;
}

Result<std::unique_ptr<Kit>> make_ads111x_kit(const KitConfig& config, const Options& options, const Chair& chair) {
  auto bus = open_i2c_bus(options.text("bus"));
  if (!bus) return failure(fmt::format("{}: {}", options.where("bus"), in_words(bus.error())));
  return make_ads111x_kit_on(std::shared_ptr<I2cBus>(std::move(*bus)), monotonic_bus_clock(), config, options, chair);
}

Result<std::unique_ptr<Kit>> make_ads111x_kit_on(const std::shared_ptr<I2cBus>& bus, BusClock& clock,
                                                 const KitConfig& config, const Options& options, const Chair& chair,
                                                 const GpioOpener& open) {
  const auto addresses = number_list(options, "addresses", 0x48, 0x4B);
  if (!addresses) return tl::unexpected(addresses.error());
  const auto settings = read_settings(config, options);
  if (!settings) return tl::unexpected(settings.error());
  const double supply_volts = options.number("supply_volts");
  if (supply_volts > settings->range_volts)
    return failure(fmt::format("{}: range_volts is {}, which does not hold a supply of {} V; choose a wider range",
                               options.where("range_volts"), settings->range_volts, supply_volts));

  std::vector<std::unique_ptr<Converter>> converters;
  for (const std::uint8_t address : *addresses)
    converters.push_back(std::make_unique<Ads111xConverter>(bus, clock, address, *settings));
  auto ready = behind_mux(std::move(converters), options, clock, open);
  if (!ready) return tl::unexpected(ready.error());
  ConverterParts parts;
  parts.description = fmt::format("{} {} at {} on {}, ±{} V, {} conversions a second", addresses->size(), config.driver,
                                  options.text("addresses"), bus->name(), settings->range_volts, settings->rate_sps);
  if (ready->front()->channels() != inputs) parts.description += ", behind a multiplexer";
  for (std::size_t i = 0; i < ready->size(); ++i)
    parts.chips.push_back({fmt::format("0x{:02x}", (*addresses)[i]), std::move((*ready)[i])});
  parts.wiring = Wiring{counts_at(*settings, supply_volts), options.flag("end_of_line")};
  parts.wiring_where = options.where("end_of_line");
  return make_converter_kit(config, chair, std::move(parts), clock);
}

}  // namespace chairhub
