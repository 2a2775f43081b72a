// An I2C bus, as much of it as converters need.

#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "drivers/bus/bus_error.h"

namespace chairhub {

class I2cBus {
 public:
  virtual ~I2cBus() = default;

  virtual std::string name() const = 0;  // "/dev/i2c-1"

  // Writes, then reads after a repeated start, in one transfer that nobody can
  // come between. Either side may be empty. `address` is the 7-bit one.
  virtual BusResult<void> transfer(std::uint8_t address, std::span<const std::uint8_t> write,
                                   std::span<std::uint8_t> read) = 0;

  // Refuses a chip that a kernel driver owns, because i2c-dev would let two
  // masters fight over it.
  virtual BusResult<void> claim(std::uint8_t address) = 0;
};

// A bus of the kernel's i2c-dev: I2C_RDWR, or SMBus words where the adapter
// knows nothing else.
BusResult<std::unique_ptr<I2cBus>> open_i2c_bus(const std::string& device);

}  // namespace chairhub
