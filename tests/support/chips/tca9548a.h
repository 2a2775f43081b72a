// A model of the TCA9548A: one byte says which of its eight ports are joined
// to the bus. I2cWire::put_behind hangs chips on its ports.

#pragma once

#include <cstdint>

#include "tests/support/chips/chip.h"

namespace chairhub {

class Tca9548a final : public I2cChip {
 public:
  void reset() override { joined_ = 0; }
  bool joins(unsigned port) const { return (joined_ >> port & 1U) != 0; }

 private:
  void write(std::span<const std::uint8_t> bytes) override { joined_ = bytes.back(); }
  void read(std::span<std::uint8_t> bytes) override {
    for (std::uint8_t& byte : bytes) byte = joined_;
  }

  std::uint8_t joined_ = 0;
};

}  // namespace chairhub
