#include "drivers/converter/mux_options.h"

#include <chrono>
#include <cstdint>
#include <utility>

#include <fmt/format.h>

#include "drivers/converter/gpio_options.h"
#include "drivers/converter/muxed_converter.h"

namespace chairhub {

std::array<OptionInfo, 3> mux_options() {
  return {
      OptionInfo{"mux_lines", std::string_view{""}, "GPIO (BCM) numbers, S0 first, such as \"17,27,22,23\"",
                 "select lines of a multiplexer in front of the converter: 4 for a CD74HC4067, 3 for a CD74HC4051"},
      // 10 kOhm and 300 pF settle to 12 bits in 30 us; more with a long cable. 200 is an engineering default.
      OptionInfo{"mux_settle_us", std::int64_t{200}, "20 to 5000", "microseconds from selecting to converting", 20,
                 5000},
      OptionInfo{"gpio_chip", std::string_view{""}, "a label or a path, such as \"pinctrl-rp1\"",
                 "the GPIO chip of mux_lines; empty: the header of a Raspberry Pi"},
  };
}

Result<std::vector<std::unique_ptr<Converter>>> behind_mux(std::vector<std::unique_ptr<Converter>> converters,
                                                           const Options& options, BusClock& clock,
                                                           const GpioOpener& open) {
  const auto lines = gpio_lines(options, "mux_lines");
  if (!lines) return tl::unexpected(lines.error());
  if (lines->empty()) return converters;
  const std::string where = options.where("mux_lines");
  if (lines->size() != 3 && lines->size() != 4)
    return failure(
        fmt::format("{}: mux_lines names {} lines; a multiplexer of 16 has 4, one of 8 has 3", where, lines->size()));
  if (converters.size() != 1)
    return failure(fmt::format("{}: a multiplexer works in front of one chip, not of {}", where, converters.size()));
  auto chip = open(options.text("gpio_chip"));
  if (!chip) return failure(fmt::format("{}: {}", options.where("gpio_chip"), in_words(chip.error())));
  auto select = (*chip)->request_outputs(*lines, "mux");
  if (!select) return failure(fmt::format("{}: {}", where, in_words(select.error())));
  converters.front() = std::make_unique<MuxedConverter>(
      std::move(converters.front()), std::move(*select), static_cast<std::uint32_t>(lines->size()),
      std::chrono::microseconds(options.integer("mux_settle_us")), clock);
  return converters;
}

}  // namespace chairhub
