#include "drivers/iio/iio_kit.h"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "drivers/converter/chip_list.h"
#include "drivers/converter/converter_kit.h"
#include "drivers/iio/iio_converter.h"

namespace chairhub {
namespace {

constexpr std::array iio_table = {
    OptionInfo{
        .key = "devices",
        .default_value = std::string_view{},
        .allowed = "what the chip hangs on, such as \"1-0048\" or \"spi0.0\", or its folder; several with commas",
        .meaning = "the kernel's devices, in the order of their channels",
        .required = true},
    OptionInfo{.key = "channels",
               .default_value = std::int64_t{4},
               .allowed = "1 to 64",
               .meaning = "how many single-ended channels each device has",
               .min = 1,
               .max = max_pads},
    OptionInfo{.key = "supply_counts",
               .default_value = 0.0,
               .allowed = "0 or more",
               .meaning = "the counts that the supply of the pads' dividers would read; 0: wires are not checked",
               .min = 0},
    OptionInfo{.key = "end_of_line",
               .default_value = false,
               .allowed = "true or false",
               .meaning = "every pad has an end-of-line resistor, so that a broken wire shows"},
};

}  // namespace

std::span<const OptionInfo> iio_options() {
  return iio_table;
}

Result<std::unique_ptr<Kit>> make_iio_kit(const KitConfig& config, const Options& options, const Chair& chair) {
  return make_iio_kit_from("/sys/bus/iio/devices", monotonic_bus_clock(), config, options, chair);
}

Result<std::unique_ptr<Kit>> make_iio_kit_from(const std::filesystem::path& devices, BusClock& clock,
                                               const KitConfig& config, const Options& options, const Chair& chair) {
  ConverterParts parts;
  const auto channels = static_cast<std::uint32_t>(options.integer("channels"));
  for (const std::string& device : split_list(options.text("devices")))
    parts.chips.push_back({device, std::make_unique<IioConverter>(devices, device, channels)});
  if (parts.chips.empty())
    return failure(fmt::format("{}: devices names none; allowed is what a chip hangs on, such as \"1-0048\"",
                               options.where("devices")));
  parts.description = fmt::format("kernel's converters {}", options.text("devices"));
  parts.wiring_where = options.where("end_of_line");
  const double supply = options.number("supply_counts");
  if (supply > 0) parts.wiring = Wiring{supply, options.flag("end_of_line")};
  if (!parts.wiring && options.flag("end_of_line"))
    return failure(fmt::format("{}: end_of_line needs supply_counts, the counts that the supply would read",
                               options.where("end_of_line")));
  return make_converter_kit(config, chair, std::move(parts), clock);
}

}  // namespace chairhub
