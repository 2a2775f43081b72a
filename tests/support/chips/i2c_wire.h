// The two wires of an I2C bus with the models that hang on it. Whoever serves
// a bus, in a test or as a device file, hands its transfers to this.

#pragma once

#include <cstdint>
#include <map>
#include <span>

#include "tests/support/chips/chip.h"

namespace chairhub {

class I2cWire {
 public:
  // `chip` outlives the wire.
  void put(std::uint8_t address, I2cChip& chip) { chips_[address] = &chip; }

  Answer transfer(std::uint8_t address, std::span<const std::uint8_t> write, std::span<std::uint8_t> read) {
    const auto found = chips_.find(address);
    return found == chips_.end() ? Answer::nack : found->second->transfer(write, read);
  }

 private:
  std::map<std::uint8_t, I2cChip*> chips_;
};

}  // namespace chairhub
