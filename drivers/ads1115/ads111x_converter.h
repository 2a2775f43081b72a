// One ADS1115 or ADS1015 on an I2C bus, read by single conversions: a chip that
// converts on its own finishes the running conversion with the old channel, so
// whoever changes channels gets the wrong one's result.
//
// Every conversion checks that the chip still holds what was written. A chip
// whose supply has dipped comes back with other settings and would read a
// difference of two pads.

#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "drivers/ads1115/ads111x_protocol.h"
#include "drivers/bus/i2c_bus.h"
#include "drivers/converter/converter.h"

namespace chairhub {

class Ads111xConverter final : public Converter {
 public:
  // `clock` outlives this.
  Ads111xConverter(std::shared_ptr<I2cBus> bus, BusClock& clock, std::uint8_t address, ads111x::Settings settings);

  std::string name() const override;
  std::uint32_t channels() const override { return ads111x::inputs; }
  BusResult<void> initialise() override;
  BusResult<Nanos> continue_initialising() override;
  BusResult<void> start(std::uint32_t channel) override;
  Nanos ready_after() const override { return ads111x::conversion_wait(settings_); }
  BusResult<std::int32_t> collect(std::uint32_t channel) override;

 private:
  BusResult<std::uint16_t> read(std::uint8_t reg);
  BusResult<void> write_config(std::uint16_t word);
  // Whether the chip is idle; an error when it holds other settings than were written.
  BusResult<bool> is_idle();

  std::shared_ptr<I2cBus> bus_;
  BusClock* clock_;
  std::uint8_t address_;
  ads111x::Settings settings_;
  std::uint16_t written_ = 0;
  Nanos started_{};
};

}  // namespace chairhub
