#include "drivers/ads1115/ads111x_converter.h"

#include <array>
#include <utility>

#include <fmt/format.h>

namespace chairhub {

using namespace ads111x;

namespace {

// Between two looks at a conversion that is late (engineering default).
constexpr Nanos poll_interval = std::chrono::microseconds(200);

// A chip that somebody else has left converting ends that conversion first, at the slowest rate of 8 a second and
// a tenth more.
constexpr Nanos longest_conversion = std::chrono::microseconds(137'500);
constexpr Nanos idle_poll_interval = std::chrono::milliseconds(10);

}  // namespace

Ads111xConverter::Ads111xConverter(std::shared_ptr<I2cBus> bus, BusClock& clock, std::uint8_t address,
                                   Settings settings)
    : bus_(std::move(bus)), clock_(&clock), address_(address), settings_(settings) {}

std::string Ads111xConverter::name() const {
  return fmt::format("{} at 0x{:02x} on {}", settings_.variant == Variant::ads1115 ? "ads1115" : "ads1015", address_,
                     bus_->name());
}

BusResult<void> Ads111xConverter::initialise() {
  if (auto free = bus_->claim(address_); !free) return free;
  started_ = clock_->now();
  return write_config(static_cast<std::uint16_t>(config_word(settings_, 0) & ~unsigned{start_bit}));
}

BusResult<Nanos> Ads111xConverter::continue_initialising() {
  const auto idle = is_idle();
  if (!idle) return tl::unexpected(idle.error());
  if (*idle) return Nanos{0};
  if (clock_->now() - started_ > longest_conversion)
    return bus_failure(BusFault::not_ready, name(), "it has been converting since it was found");
  return idle_poll_interval;
}

BusResult<void> Ads111xConverter::start(std::uint32_t channel) {
  started_ = clock_->now();
  return write_config(config_word(settings_, channel));
}

BusResult<std::int32_t> Ads111xConverter::collect(std::uint32_t channel) {
  while (true) {
    const auto idle = is_idle();
    if (!idle) return tl::unexpected(idle.error());
    if (*idle) break;
    const Nanos late = clock_->now() - started_;
    if (late > 2 * conversion_time(settings_))
      return bus_failure(BusFault::not_ready, name(),
                         fmt::format("channel {} has converted for {:.1f} ms", channel,
                                     std::chrono::duration<double, std::milli>(late).count()));
    clock_->wait(poll_interval);
  }
  const auto raw = read(conversion_register);
  if (!raw) return tl::unexpected(raw.error());
  // A chip that was reset in just this moment reads 0 too.
  if (*raw == 0)
    if (const auto idle = is_idle(); !idle) return tl::unexpected(idle.error());
  return counts_of(settings_.variant, *raw);
}

BusResult<bool> Ads111xConverter::is_idle() {
  const auto config = read(config_register);
  if (!config) return tl::unexpected(config.error());
  if (!holds(*config, written_))
    return bus_failure(BusFault::integrity, name(),
                       fmt::format("its configuration reads 0x{:04x}, and 0x{:04x} was written: it has been reset, or "
                                   "somebody else writes to it",
                                   *config, written_));
  return (*config & start_bit) != 0;
}

BusResult<std::uint16_t> Ads111xConverter::read(std::uint8_t reg) {
  std::array<std::uint8_t, 2> bytes{};
  const std::array write = {reg};
  if (auto done = bus_->transfer(address_, write, bytes); !done) return tl::unexpected(done.error());
  return static_cast<std::uint16_t>(bytes[0] << 8U | bytes[1]);
}

BusResult<void> Ads111xConverter::write_config(std::uint16_t word) {
  written_ = word;
  const std::array<std::uint8_t, 3> bytes = {config_register, static_cast<std::uint8_t>(word >> 8U),
                                             static_cast<std::uint8_t>(word & 0xFFU)};
  return bus_->transfer(address_, bytes, {});
}

}  // namespace chairhub
