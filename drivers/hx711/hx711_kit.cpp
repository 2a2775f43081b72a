#include "drivers/hx711/hx711_kit.h"

#include <array>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "drivers/converter/converter_kit.h"
#include "drivers/converter/gpio_options.h"
#include "drivers/converter/mux_options.h"
#include "drivers/hx711/hx711_chip.h"

namespace chairhub {
namespace {

// Scans are slower than conversions, so that a scan need not wait for one: the chips' oscillators are not exact
// (engineering default).
constexpr double most_scans_per_conversion = 0.8;

constexpr std::array hx711_table = {
    OptionInfo{.key = "clock_line",
               .default_value = std::int64_t{20},
               .allowed = "a GPIO (BCM) number",
               .meaning = "the line to PD_SCK of all chips",
               .min = 0,
               .max = 255},
    OptionInfo{.key = "data_lines",
               .default_value = std::string_view{"21, 19, 6, 5"},
               .allowed = "GPIO (BCM) numbers, each once",
               .meaning = "the line from DOUT of each chip, in the order of the pads"},
    OptionInfo{.key = "gain",
               .default_value = std::int64_t{128},
               .allowed = "128 or 64 (input A), 32 (input B)",
               .meaning = "how much the load cell's voltage is amplified",
               .min = 32,
               .max = 128},
    OptionInfo{.key = "data_rate",
               .default_value = std::int64_t{10},
               .allowed = "10 or 80, as the chips' RATE pin is wired",
               .meaning = "conversions a second; at least a quarter more than rate_hz",
               .min = 10,
               .max = 80},
    OptionInfo{.key = "gpio_chip",
               .default_value = std::string_view{""},
               .allowed = "a label or a path, such as \"pinctrl-rp1\"",
               .meaning = "the GPIO chip of the lines; empty: the header of a Raspberry Pi"},
    no_mux_for_load_cells(),
};

Result<void> check(const KitConfig& config, const Options& options) {
  const std::int64_t gain = options.integer("gain");
  if (gain != 128 && gain != 64 && gain != 32)
    return failure(fmt::format("{}: gain is {}; allowed: 128, 64, 32", options.where("gain"), gain));
  const std::int64_t rate = options.integer("data_rate");
  if (rate != 10 && rate != 80)
    return failure(fmt::format("{}: data_rate is {}; allowed: 10, 80", options.where("data_rate"), rate));
  const double most = most_scans_per_conversion * static_cast<double>(rate);
  if (config.rate_hz > most)
    return failure(
        fmt::format("{}: rate_hz is {}, but with {} conversions a second {} is the most; wire RATE to the "
                    "supply for 80, or choose a lower rate_hz",
                    options.where("data_rate"), config.rate_hz, rate, most));
  return {};
}

}  // namespace

std::span<const OptionInfo> hx711_options() {
  return hx711_table;
}

Result<std::unique_ptr<Kit>> make_hx711_kit(const KitConfig& config, const Options& options, const Chair& chair) {
  return make_hx711_kit_on(open_gpio_chip, monotonic_bus_clock(), config, options, chair);
}

Result<std::unique_ptr<Kit>> make_hx711_kit_on(const GpioOpener& open, BusClock& clock, const KitConfig& config,
                                               const Options& options, const Chair& chair) {
  if (const auto checked = check(config, options); !checked) return tl::unexpected(checked.error());
  const auto data_lines = gpio_lines(options, "data_lines");
  if (!data_lines) return tl::unexpected(data_lines.error());
  if (data_lines->empty())
    return failure(options.where("data_lines") + ": data_lines names no line; one for each chip");
  const auto chip = open(options.text("gpio_chip"));
  if (!chip) return failure(fmt::format("{}: {}", options.where("gpio_chip"), in_words(chip.error())));
  const unsigned clock_lines[] = {static_cast<unsigned>(options.integer("clock_line"))};
  auto clock_line = (*chip)->request_outputs(clock_lines, "hx711-clock");
  if (!clock_line) return failure(fmt::format("{}: {}", options.where("clock_line"), in_words(clock_line.error())));
  // Pulled up, so that a chip that is not there is never ready.
  auto inputs = (*chip)->request_inputs(*data_lines, Pull::up, "hx711-data");
  if (!inputs) return failure(fmt::format("{}: {}", options.where("data_lines"), in_words(inputs.error())));

  const std::int64_t rate = options.integer("data_rate");
  const Hx711Settings settings{fmt::format("clock line {} of {}", clock_lines[0], (*chip)->name()), *data_lines,
                               static_cast<int>(options.integer("gain")), static_cast<double>(rate)};
  const auto group = std::make_shared<Hx711Group>(std::move(*clock_line), std::move(*inputs), settings, clock);
  ConverterParts parts;
  for (std::size_t i = 0; i < data_lines->size(); ++i)
    parts.chips.push_back({fmt::format("{}", (*data_lines)[i]), std::make_unique<Hx711Chip>(group, i)});
  parts.description =
      fmt::format("{} hx711 at data lines {} with {}, gain {}, {} conversions a second", data_lines->size(),
                  fmt::join(*data_lines, ", "), settings.place, settings.gain, rate);
  return make_converter_kit(config, chair, std::move(parts), clock);
}

}  // namespace chairhub
