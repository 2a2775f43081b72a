#include "drivers/bus/multiplexed_bus.h"

#include <array>
#include <utility>

#include <fmt/format.h>

namespace chairhub {

MultiplexedBus::MultiplexedBus(std::shared_ptr<I2cBus> upstream, std::uint8_t multiplexer, std::uint8_t port)
    : upstream_(std::move(upstream)), multiplexer_(multiplexer), port_(port) {}

std::string MultiplexedBus::name() const {
  return fmt::format("{} behind port {} of the multiplexer at 0x{:02x}", upstream_->name(), port_, multiplexer_);
}

BusResult<void> MultiplexedBus::transfer(std::uint8_t address, std::span<const std::uint8_t> write,
                                         std::span<std::uint8_t> read) {
  const std::array choice = {static_cast<std::uint8_t>(1U << port_)};
  if (auto chosen = upstream_->transfer(multiplexer_, choice, {}); !chosen) return chosen;
  return upstream_->transfer(address, write, read);
}

BusResult<void> MultiplexedBus::claim(std::uint8_t address) {
  (void)address;
  return upstream_->claim(multiplexer_);
}

}  // namespace chairhub
