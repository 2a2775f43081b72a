// The two wires of an I2C bus with the models that hang on it. Whoever serves
// a bus, in a test or as a device file, hands its transfers to this.

#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "tests/support/chips/chip.h"
#include "tests/support/chips/tca9548a.h"

namespace chairhub {

class I2cWire {
 public:
  // Everything that is put outlives the wire.
  void put(std::uint8_t address, I2cChip& chip) { chips_[address] = &chip; }
  // On a port of a multiplexer, which has to be put on the wire itself.
  void put_behind(const Tca9548a& multiplexer, unsigned port, std::uint8_t address, I2cChip& chip) {
    behind_.push_back({&multiplexer, port, address, &chip});
  }

  Answer transfer(std::uint8_t address, std::span<const std::uint8_t> write, std::span<std::uint8_t> read) {
    const auto found = chips_.find(address);
    if (found != chips_.end()) return found->second->transfer(write, read);
    for (const Behind& chip : behind_)
      if (chip.address == address && chip.multiplexer->joins(chip.port)) return chip.chip->transfer(write, read);
    return Answer::nack;
  }

 private:
  struct Behind {
    const Tca9548a* multiplexer;
    unsigned port;
    std::uint8_t address;
    I2cChip* chip;
  };

  std::map<std::uint8_t, I2cChip*> chips_;
  std::vector<Behind> behind_;
};

}  // namespace chairhub
