// A model of the SPI converters MCP3004, MCP3008 (10 bits), MCP3204 and
// MCP3208 (12 bits), clock by clock: it waits for the start bit, samples, and
// sends the null bit and the value. Whoever serves a bus, in a test or as a
// device file, calls select(), exchange(), deselect().
// Protocol: data sheets DS21295 and DS21298, "Serial communication".

#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace chairhub {

class Mcp3xxx {
 public:
  // `bits` is 10 or 12, `inputs` 4 or 8.
  Mcp3xxx(unsigned bits, unsigned inputs) : bits_(bits), codes_(inputs) {}

  void set_code(unsigned input, std::uint32_t code) { codes_.at(input) = code; }
  // What an input reads is asked at the moment of sampling, such as of a multiplexer in front of it.
  void measure_with(std::function<std::uint32_t(unsigned input)> measure) { measure_ = std::move(measure); }
  // The chip is not there; the master's input hangs on a pull-up or a pull-down.
  void unplug(bool line_level = true) {
    is_there_ = false;
    idle_level_ = line_level;
  }
  void plug_in() { is_there_ = true; }
  // What is read while the chip does not drive its output.
  void set_idle_level(bool level) { idle_level_ = level; }

  void select();
  void deselect() { is_selected_ = false; }
  void exchange(std::span<const std::uint8_t> sent, std::span<std::uint8_t> received);

  int conversions() const { return conversions_; }

 private:
  bool clock(bool sent);
  bool output(unsigned bit) const;
  void sample();

  unsigned bits_;
  std::vector<std::uint32_t> codes_;
  std::function<std::uint32_t(unsigned)> measure_;
  bool is_there_ = true;
  bool is_selected_ = false;
  bool idle_level_ = true;
  bool has_started_ = false;
  unsigned clocks_ = 0;     // since the start bit
  unsigned command_ = 0;    // single-ended and the input's three bits
  std::uint32_t held_ = 0;  // the value being sent
  int conversions_ = 0;
};

}  // namespace chairhub
