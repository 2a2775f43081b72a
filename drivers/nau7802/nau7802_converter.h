// One NAU7802 with one load cell. Setting it up takes most of a second, for
// the supply of the load cell and for the chip's own calibration; the kit goes
// on meanwhile. Its internal calibration only: one that takes the present load
// for zero would be wrong whenever somebody sits while the hub starts.

#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "drivers/bus/i2c_bus.h"
#include "drivers/converter/converter.h"
#include "drivers/nau7802/nau7802_protocol.h"

namespace chairhub {

class Nau7802Converter final : public Converter {
 public:
  // `clock` outlives this.
  Nau7802Converter(std::shared_ptr<I2cBus> bus, BusClock& clock, nau7802::Settings settings);

  std::string name() const override;
  std::uint32_t channels() const override { return 1; }
  BusResult<void> initialise() override;
  BusResult<Nanos> continue_initialising() override;
  BusResult<std::int32_t> collect(std::uint32_t channel) override;
  Signal judge(std::int32_t counts) const override;

 private:
  enum class Stage : std::uint8_t { power_up, ramp, flush, calibrate };

  BusResult<Nanos> configure();
  BusResult<Nanos> await_power();
  BusResult<Nanos> await_calibration();
  Nanos enter(Stage stage, Nanos wait);
  bool lasts_too_long(Nanos limit) const { return clock_->now() - stage_began_ > limit; }
  // The power register; an error when it says that the chip has been reset.
  BusResult<std::uint8_t> still_running();
  BusResult<std::uint8_t> read(std::uint8_t reg);
  BusResult<void> write(std::uint8_t reg, std::uint8_t value);

  std::shared_ptr<I2cBus> bus_;
  BusClock* clock_;
  nau7802::Settings settings_;
  Stage stage_ = Stage::power_up;
  Nanos stage_began_{};
};

}  // namespace chairhub
