// One port of a TCA9548A, which puts one of eight further buses on an I2C bus,
// so that several chips may have the same address.

#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "drivers/bus/i2c_bus.h"

namespace chairhub {

inline constexpr std::uint8_t multiplexer_ports = 8;

class MultiplexedBus final : public I2cBus {
 public:
  MultiplexedBus(std::shared_ptr<I2cBus> upstream, std::uint8_t multiplexer, std::uint8_t port);

  std::string name() const override;
  // Chooses the port anew each time, because others may use the multiplexer too.
  BusResult<void> transfer(std::uint8_t address, std::span<const std::uint8_t> write,
                           std::span<std::uint8_t> read) override;
  // The kernel lists chips behind a multiplexer on buses of their own; what can be claimed is the multiplexer.
  BusResult<void> claim(std::uint8_t address) override;

 private:
  std::shared_ptr<I2cBus> upstream_;
  std::uint8_t multiplexer_;
  std::uint8_t port_;
};

}  // namespace chairhub
