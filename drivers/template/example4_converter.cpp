#include "drivers/template/example4_converter.h"

#include <array>
#include <utility>

#include <fmt/format.h>

namespace chairhub {

using namespace example4;

Example4Converter::Example4Converter(std::shared_ptr<I2cBus> bus, std::uint8_t address)
    : bus_(std::move(bus)), address_(address) {}

std::string Example4Converter::name() const {
  return fmt::format("example4 at 0x{:02x} on {}", address_, bus_->name());
}

// Everything the chip has to know is written here, because this is also called when it has lost its supply.
BusResult<void> Example4Converter::initialise() {
  if (auto free = bus_->claim(address_); !free) return free;
  std::array<std::uint8_t, 1> answer{};
  if (auto done = bus_->transfer(address_, std::array{identity_register}, answer); !done) return done;
  if (answer[0] != identity)
    return bus_failure(BusFault::integrity, name(),
                       fmt::format("it says 0x{:02x} instead of 0x{:02x}: another chip", answer[0], identity));
  return {};
}

BusResult<void> Example4Converter::start(std::uint32_t channel) {
  return bus_->transfer(address_, std::array{start_register, static_cast<std::uint8_t>(channel)}, {});
}

// Never hand on a value that the chip has not vouched for: not ready, or of another channel, is an error.
BusResult<std::int32_t> Example4Converter::collect(std::uint32_t channel) {
  std::array<std::uint8_t, 2> bytes{};
  if (auto done = bus_->transfer(address_, std::array{result_register}, bytes); !done)
    return tl::unexpected(done.error());
  const example4::Answer answer = answer_of(bytes);
  if (!answer.is_ready) return bus_failure(BusFault::not_ready, name());
  if (answer.channel != channel)
    return bus_failure(BusFault::integrity, name(),
                       fmt::format("it converted channel {} instead of {}", answer.channel, channel));
  return answer.counts;
}

}  // namespace chairhub
