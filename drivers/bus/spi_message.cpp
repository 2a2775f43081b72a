#include "drivers/bus/spi_message.h"

#include <stdexcept>

namespace chairhub {

std::vector<spi_ioc_transfer> spi_message(std::span<const SpiTransfer> transfers, std::uint32_t speed_hz) {
  if (transfers.size() > most_spi_transfers) throw std::logic_error("too many SPI transfers for one call");
  std::vector<spi_ioc_transfer> message(transfers.size());
  for (std::size_t i = 0; i < transfers.size(); ++i) {
    const SpiTransfer& transfer = transfers[i];
    if (transfer.send.size() != transfer.receive.size() || transfer.send.size() > longest_spi_transfer)
      throw std::logic_error("an SPI transfer receives what it sends, 128 bytes at most");
    message[i].tx_buf = reinterpret_cast<std::uintptr_t>(transfer.send.data());
    message[i].rx_buf = reinterpret_cast<std::uintptr_t>(transfer.receive.data());
    message[i].len = static_cast<std::uint32_t>(transfer.send.size());
    message[i].speed_hz = speed_hz;
    // On the last one it would mean the contrary: leave the chip selected.
    message[i].cs_change = i + 1 < transfers.size() ? 1 : 0;
  }
  return message;
}

}  // namespace chairhub
