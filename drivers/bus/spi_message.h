// The kernel's form of SPI transfers. Decides how many go into one call and
// what stands in each; linux_spi_bus.cpp only hands them over.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <linux/spi/spidev.h>

#include "drivers/bus/spi_bus.h"

namespace chairhub {

// spidev copies all transfers of a call through one buffer of 4096 bytes, in
// which each of them is rounded up to 128 on a 64-bit Pi (Linux 6.1,
// drivers/spi/spidev.c).
inline constexpr std::size_t most_spi_transfers = 32;
inline constexpr std::size_t longest_spi_transfer = 128;

// At most `most_spi_transfers` of them, for one SPI_IOC_MESSAGE. The chip is
// deselected between them and after the last. The speed stands in each,
// because another process may change what the device node has.
std::vector<spi_ioc_transfer> spi_message(std::span<const SpiTransfer> transfers, std::uint32_t speed_hz);

}  // namespace chairhub
