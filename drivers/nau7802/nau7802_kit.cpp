#include "drivers/nau7802/nau7802_kit.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "drivers/bus/multiplexed_bus.h"
#include "drivers/converter/chip_list.h"
#include "drivers/converter/converter_kit.h"
#include "drivers/converter/mux_options.h"
#include "drivers/nau7802/nau7802_converter.h"

namespace chairhub {
namespace {

using nau7802::Settings;

constexpr std::array nau7802_table = {
    OptionInfo{.key = "bus",
               .default_value = std::string_view{"/dev/i2c-1"},
               .allowed = "a device of i2c-dev",
               .meaning = "the bus that the chip or the multiplexer is on"},
    OptionInfo{.key = "multiplexer",
               .default_value = std::string_view{""},
               .allowed = "0x70 to 0x77, or nothing for one chip without a multiplexer",
               .meaning = "the address of a TCA9548A with the chips behind it"},
    OptionInfo{.key = "ports",
               .default_value = std::string_view{"0, 1, 2, 3"},
               .allowed = "0 to 7, each once",
               .meaning = "the multiplexer's ports that have a chip, in the order of the pads"},
    OptionInfo{.key = "gain",
               .default_value = std::int64_t{128},
               .allowed = "1, 2, 4, 8, 16, 32, 64 or 128",
               .meaning = "how much the load cell's voltage is amplified",
               .min = 1,
               .max = 128},
    OptionInfo{.key = "data_rate",
               .default_value = std::int64_t{80},
               .allowed = "10, 20, 40, 80 or 320",
               .meaning = "conversions a second; at least a tenth more than rate_hz",
               .min = 10,
               .max = 320},
    OptionInfo{.key = "ldo_volts",
               .default_value = 3.0,
               .allowed = "2.4, 2.7, 3.0, 3.3, 3.6, 3.9, 4.2 or 4.5",
               .meaning = "the supply that the chip makes for the load cell; 0.3 V below its own",
               .min = 2.4,
               .max = 4.5},
    no_mux_for_load_cells(),
};

template <class Table, class Value>
Result<void> check_in(const Table& table, const Options& options, std::string_view key, Value value) {
  if (std::find(table.begin(), table.end(), value) != table.end()) return {};
  return failure(fmt::format("{}: {} is {}; allowed: {}", options.where(key), key, value, fmt::join(table, ", ")));
}

Result<Settings> read_settings(const KitConfig& config, const Options& options) {
  const std::int64_t gain = options.integer("gain");
  const std::int64_t rate = options.integer("data_rate");
  const double ldo = options.number("ldo_volts");
  if (auto valid = check_in(nau7802::gains(), options, "gain", gain); !valid) return tl::unexpected(valid.error());
  if (auto valid = check_in(nau7802::rates_sps(), options, "data_rate", rate); !valid)
    return tl::unexpected(valid.error());
  if (auto valid = check_in(nau7802::ldos_volts(), options, "ldo_volts", ldo); !valid)
    return tl::unexpected(valid.error());
  // The chip's oscillator may be a tenth slow, and each scan needs a conversion of its own.
  if (static_cast<double>(rate) < 1.1 * config.rate_hz)
    return failure(
        fmt::format("{}: data_rate is {}, which is too slow for rate_hz = {}; choose a faster one or a lower "
                    "rate_hz",
                    options.where("data_rate"), rate, config.rate_hz));
  return Settings{static_cast<int>(gain), static_cast<int>(rate), ldo};
}

Result<std::vector<ConverterParts::Chip>> chips_behind_multiplexer(const std::shared_ptr<I2cBus>& bus, BusClock& clock,
                                                                   const Options& options, const Settings& settings) {
  const auto multiplexer = number_list(options, "multiplexer", 0x70, 0x77);
  if (!multiplexer) return tl::unexpected(multiplexer.error());
  if (multiplexer->size() > 1)
    return failure(fmt::format("{}: multiplexer is \"{}\"; one is allowed", options.where("multiplexer"),
                               options.text("multiplexer")));
  const auto ports = number_list(options, "ports", 0, multiplexer_ports - 1);
  if (!ports) return tl::unexpected(ports.error());
  std::vector<ConverterParts::Chip> chips;
  for (const std::uint8_t port : *ports)
    chips.push_back({fmt::format("{}", port),
                     std::make_unique<Nau7802Converter>(
                         std::make_shared<MultiplexedBus>(bus, multiplexer->front(), port), clock, settings)});
  return chips;
}

Result<std::vector<ConverterParts::Chip>> chips_of(const std::shared_ptr<I2cBus>& bus, BusClock& clock,
                                                   const Options& options, const Settings& settings) {
  if (!options.text("multiplexer").empty()) return chips_behind_multiplexer(bus, clock, options, settings);
  if (options.given("ports"))
    return failure(
        fmt::format("{}: ports are those of a multiplexer; give its address with multiplexer", options.where("ports")));
  std::vector<ConverterParts::Chip> chips;
  chips.push_back(
      {fmt::format("0x{:02x}", nau7802::address), std::make_unique<Nau7802Converter>(bus, clock, settings)});
  return chips;
}

}  // namespace

std::span<const OptionInfo> nau7802_options() {
  return nau7802_table;
}

Result<std::unique_ptr<Kit>> make_nau7802_kit(const KitConfig& config, const Options& options, const Chair& chair) {
  auto bus = open_i2c_bus(options.text("bus"));
  if (!bus) return failure(fmt::format("{}: {}", options.where("bus"), in_words(bus.error())));
  return make_nau7802_kit_on(std::move(*bus), monotonic_bus_clock(), config, options, chair);
}

Result<std::unique_ptr<Kit>> make_nau7802_kit_on(const std::shared_ptr<I2cBus>& bus, BusClock& clock,
                                                 const KitConfig& config, const Options& options, const Chair& chair) {
  const auto settings = read_settings(config, options);
  if (!settings) return tl::unexpected(settings.error());
  auto chips = chips_of(bus, clock, options, *settings);
  if (!chips) return tl::unexpected(chips.error());
  ConverterParts parts;
  parts.chips = std::move(*chips);
  parts.description = fmt::format("{} nau7802 on {}, gain {}, {} conversions a second", parts.chips.size(), bus->name(),
                                  settings->gain, settings->rate_sps);
  return make_converter_kit(config, chair, std::move(parts), clock);
}

}  // namespace chairhub
