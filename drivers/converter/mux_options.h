// The options that put a multiplexer in front of a converter, for the table
// of any driver:
//
//   static const auto table = with_mux_options(std::array{OptionInfo{…}, …});
//   auto ready = behind_mux(std::move(converters), options, clock);

#pragma once

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <vector>

#include "drivers/bus/gpio.h"
#include "drivers/converter/converter.h"
#include "drivers/driver.h"

namespace chairhub {

std::array<OptionInfo, 3> mux_options();

// For the tables of load cells, which no analog multiplexer can be put in front of.
constexpr OptionInfo no_mux_for_load_cells() {
  return {.key = "mux_lines",
          .default_value = std::string_view{""},
          .allowed = "nothing",
          .meaning = "no analog multiplexer is possible here",
          .why_not =
              "a load cell's signal is thousandths of a volt, which an analog multiplexer would drown; take one "
              "chip for each load cell"};
}

// A driver's own options, and the multiplexer's behind them.
template <std::size_t size>
std::array<OptionInfo, size + 3> with_mux_options(const std::array<OptionInfo, size>& own) {
  std::array<OptionInfo, size + 3> all;
  const auto mux = mux_options();
  std::copy(mux.begin(), mux.end(), std::copy(own.begin(), own.end(), all.begin()));
  return all;
}

// The converters as they are when `mux_lines` is empty, or else the only one
// behind its multiplexer. Several chips cannot share one: their scans would
// select against each other.
Result<std::vector<std::unique_ptr<Converter>>> behind_mux(std::vector<std::unique_ptr<Converter>> converters,
                                                           const Options& options, BusClock& clock,
                                                           const GpioOpener& open = open_gpio_chip);

}  // namespace chairhub
