// A converter that a chair is to have, before anybody knows which pad is on
// which of its channels: the kit's part of a configuration, the names of all
// channels, and what their counts can be.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hub/core/chair.h"
#include "hub/core/kit.h"
#include "hub/core/pad_finder.h"

namespace chairhub {

struct ConverterChoice {
  KitConfig kit;
  std::vector<std::string> channels;  // as a pad's `channel` names them: "0x48:2", or "2" on a kit of one chip
  CountScale scale;
};

// `driver` is ads1115 or ads1015; `mux_lines` is empty without a multiplexer, else there is one at A0 of the only chip.
ConverterChoice choose_ads111x(std::string driver, std::string bus, const std::vector<std::string>& addresses,
                               const std::vector<std::string>& mux_lines = {});
// `multiplexer` is empty for one chip without.
ConverterChoice choose_nau7802(std::string bus, std::string multiplexer, const std::vector<std::string>& ports);
// `driver` is mcp3008 or mcp3208; `mux_lines` is empty without a multiplexer.
ConverterChoice choose_mcp(std::string driver, const std::vector<std::string>& devices, unsigned inputs,
                           const std::vector<std::string>& mux_lines);
ConverterChoice choose_hx711(int clock_line, const std::vector<std::string>& data_lines);
// `counts_per_volt` is 0 when the kernel does not say.
ConverterChoice choose_iio(const std::vector<std::string>& devices, unsigned channels, double counts_per_volt);
// `wiring` is empty when the pads are wired in their order.
ConverterChoice choose_simulated(std::string scenario, std::string wiring, double speed, std::size_t pads);

// The chair that a kit needs to read all channels: a pad for each. A simulated one has real places to press and to
// sit on, so there the pads are those of `layout`.
Chair chair_of_channels(const ConverterChoice& choice, const std::vector<Pad>& layout);

}  // namespace chairhub
