#include "drivers/nau7802/nau7802_converter.h"

#include <array>
#include <utility>

#include <fmt/format.h>

namespace chairhub {

using namespace nau7802;
using std::chrono::milliseconds;

namespace {

// Limits are several times what the data sheet and measurements of others give: power-up 200 us, calibration 344 ms.
constexpr Nanos reset_time = milliseconds(1);
constexpr Nanos power_up_limit = milliseconds(100);
constexpr Nanos ldo_ramp = milliseconds(200);
constexpr int settling_conversions = 6;  // as the Linux driver discards
constexpr Nanos calibration_limit = milliseconds(1000);
constexpr Nanos poll_interval = milliseconds(1);
constexpr Nanos calibration_poll_interval = milliseconds(20);

}  // namespace

Nau7802Converter::Nau7802Converter(std::shared_ptr<I2cBus> bus, BusClock& clock, Settings settings)
    : bus_(std::move(bus)), clock_(&clock), settings_(settings) {}

std::string Nau7802Converter::name() const {
  return fmt::format("nau7802 at 0x{:02x} on {}", address, bus_->name());
}

BusResult<void> Nau7802Converter::initialise() {
  if (auto free = bus_->claim(address); !free) return free;
  if (auto done = write(pu_ctrl, register_reset); !done) return done;
  clock_->wait(reset_time);
  enter(Stage::power_up, {});
  return write(pu_ctrl, power_up_digital);
}

BusResult<Nanos> Nau7802Converter::continue_initialising() {
  switch (stage_) {
    case Stage::power_up:
      return await_power();
    case Stage::ramp:
      return enter(Stage::flush, time_of(settling_conversions, settings_));
    case Stage::flush:
      if (auto done = write(ctrl2, ctrl2_of(settings_) | calibration_start); !done) return tl::unexpected(done.error());
      return enter(Stage::calibrate, calibration_poll_interval);
    case Stage::calibrate:
      break;
  }
  return await_calibration();
}

BusResult<Nanos> Nau7802Converter::await_power() {
  const auto state = read(pu_ctrl);
  if (!state) return tl::unexpected(state.error());
  if ((*state & power_up_ready) != 0) return configure();
  if (lasts_too_long(power_up_limit)) return bus_failure(BusFault::not_ready, name(), "it does not power up");
  return poll_interval;
}

BusResult<Nanos> Nau7802Converter::configure() {
  constexpr std::uint8_t powered = power_up_digital | power_up_analog;
  const std::pair<std::uint8_t, std::uint8_t> steps[] = {{pu_ctrl, powered},
                                                         {ctrl1, ctrl1_of(settings_)},
                                                         {pu_ctrl, powered | supply_from_ldo},
                                                         {ctrl2, ctrl2_of(settings_)},
                                                         {adc_control, chopper_clock_off},
                                                         {power_control, capacitor_on},
                                                         {pu_ctrl, running}};
  for (const auto& [reg, value] : steps)
    if (auto done = write(reg, value); !done) return tl::unexpected(done.error());
  return enter(Stage::ramp, ldo_ramp);
}

BusResult<Nanos> Nau7802Converter::await_calibration() {
  const auto state = read(ctrl2);
  if (!state) return tl::unexpected(state.error());
  if ((*state & calibration_start) != 0) {
    if (lasts_too_long(calibration_limit))
      return bus_failure(BusFault::not_ready, name(), "its calibration never ends");
    return calibration_poll_interval;
  }
  if ((*state & calibration_error) != 0)
    return bus_failure(BusFault::integrity, name(), "its own calibration has failed");
  const auto gain_and_ldo = read(ctrl1);
  if (!gain_and_ldo) return tl::unexpected(gain_and_ldo.error());
  if (*gain_and_ldo != ctrl1_of(settings_) || *state != ctrl2_of(settings_))
    return bus_failure(BusFault::integrity, name(), "it does not hold the settings that were written");
  return Nanos{0};
}

Nanos Nau7802Converter::enter(Stage stage, Nanos wait) {
  stage_ = stage;
  stage_began_ = clock_->now();
  return wait;
}

BusResult<std::int32_t> Nau7802Converter::collect(std::uint32_t) {
  const Nanos began = clock_->now();
  while (true) {
    const auto state = still_running();
    if (!state) return tl::unexpected(state.error());
    if ((*state & cycle_ready) != 0) break;
    if (clock_->now() - began > time_of(5, settings_) / 2) return bus_failure(BusFault::not_ready, name());
    clock_->wait(poll_interval);
  }
  // In one burst, or the bytes may belong to two conversions.
  std::array<std::uint8_t, 3> bytes{};
  const std::array first = {adc_output};
  if (auto done = bus_->transfer(address, first, bytes); !done) return tl::unexpected(done.error());
  const std::int32_t counts = counts_of(bytes);
  // A chip that has been reset since the status was read answers 0, which would be a load taken off.
  if (counts == 0)
    if (const auto state = still_running(); !state) return tl::unexpected(state.error());
  return counts;
}

BusResult<std::uint8_t> Nau7802Converter::still_running() {
  auto state = read(pu_ctrl);
  if (state && (*state & running) != running)
    return bus_failure(BusFault::integrity, name(),
                       fmt::format("its power register reads 0x{:02x}: it has been reset", *state));
  return state;
}

Signal Nau7802Converter::judge(std::int32_t counts) const {
  return is_out_of_range(counts) ? Signal::out_of_range : Signal::ok;
}

BusResult<std::uint8_t> Nau7802Converter::read(std::uint8_t reg) {
  std::array<std::uint8_t, 1> value{};
  const std::array from = {reg};
  if (auto done = bus_->transfer(address, from, value); !done) return tl::unexpected(done.error());
  return value[0];
}

BusResult<void> Nau7802Converter::write(std::uint8_t reg, std::uint8_t value) {
  const std::array bytes = {reg, value};
  return bus_->transfer(address, bytes, {});
}

}  // namespace chairhub
