// TEMPLATE, part 2 of 3: one chip on its bus. Only what is special about the
// chip: the kit (drivers/converter/converter_kit.h) retries, keeps time with
// the other chips, maps channels to pads and tells people.

#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "drivers/bus/i2c_bus.h"
#include "drivers/converter/converter.h"
#include "drivers/template/example4_protocol.h"

namespace chairhub {

class Example4Converter final : public Converter {
 public:
  Example4Converter(std::shared_ptr<I2cBus> bus, std::uint8_t address);

  std::string name() const override;
  std::uint32_t channels() const override { return example4::channels; }
  BusResult<void> initialise() override;
  BusResult<void> start(std::uint32_t channel) override;
  Nanos ready_after() const override { return example4::conversion_wait; }
  BusResult<std::int32_t> collect(std::uint32_t channel) override;

 private:
  std::shared_ptr<I2cBus> bus_;
  std::uint8_t address_;
};

}  // namespace chairhub
