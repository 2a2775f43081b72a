// An I2C bus for drivers under test, on which models of chips hang. A transfer
// takes the time it takes at 400 kHz.

#pragma once

#include <set>
#include <string>

#include <fmt/format.h>

#include "drivers/bus/bus_clock.h"
#include "drivers/bus/i2c_bus.h"
#include "tests/support/chips/i2c_wire.h"

namespace chairhub {

class FakeI2cBus final : public I2cBus {
 public:
  explicit FakeI2cBus(BusClock& clock) : clock_(&clock) {}

  void put(std::uint8_t address, I2cChip& chip) { wire_.put(address, chip); }
  void put_behind(const Tca9548a& multiplexer, unsigned port, std::uint8_t address, I2cChip& chip) {
    wire_.put_behind(multiplexer, port, address, chip);
  }
  // A kernel driver owns the chip at this address.
  void bind_kernel_driver(std::uint8_t address) { bound_.insert(address); }
  void unbind_kernel_driver(std::uint8_t address) { bound_.erase(address); }

  std::string name() const override { return "/dev/i2c-1"; }

  BusResult<void> transfer(std::uint8_t address, std::span<const std::uint8_t> write,
                           std::span<std::uint8_t> read) override {
    // Nine clocks a byte, an address byte for each direction.
    const std::size_t bytes = write.size() + read.size() + (read.empty() ? 1 : 2);
    clock_->wait(Nanos(static_cast<std::int64_t>(bytes) * 9 * 2'500));
    const std::string where = fmt::format("0x{:02x} on {}", address, name());
    switch (wire_.transfer(address, write, read)) {
      case Answer::ack:
        return {};
      case Answer::nack:
        return bus_failure(BusFault::nack, where);
      case Answer::timeout:
        return bus_failure(BusFault::timeout, where);
      case Answer::arbitration:
        return bus_failure(BusFault::arbitration, where);
    }
    return {};
  }

  BusResult<void> claim(std::uint8_t address) override {
    if (bound_.contains(address))
      return bus_failure(BusFault::driver_bound, fmt::format("0x{:02x} on {}", address, name()));
    return {};
  }

 private:
  BusClock* clock_;
  I2cWire wire_;
  std::set<std::uint8_t> bound_;
};

}  // namespace chairhub
