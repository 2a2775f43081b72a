// One device on an SPI bus (a chip select), as much of it as converters need.

#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "drivers/bus/bus_error.h"

namespace chairhub {

// As many bytes are received as sent.
struct SpiTransfer {
  std::span<const std::uint8_t> send;
  std::span<std::uint8_t> receive;
};

class SpiBus {
 public:
  virtual ~SpiBus() = default;

  virtual std::string name() const = 0;  // "/dev/spidev0.0"

  // All transfers in one go where the kernel allows it; the chip is deselected
  // between them.
  virtual BusResult<void> transfer(std::span<const SpiTransfer> transfers) = 0;
};

// A device of the kernel's spidev, in mode 0 with the most significant bit first.
BusResult<std::unique_ptr<SpiBus>> open_spi_bus(const std::string& device, std::uint32_t speed_hz);

}  // namespace chairhub
