// One analog-to-digital converter, or several that only work together. A
// ConverterKit (converter_kit.h) makes a kit of any of them: it asks for all
// channels in step, so that chips convert at the same time, and brings back a
// chip that has failed without disturbing the others.
//
// One scan is: begin_scan(); then for each wanted channel start(), a wait of
// ready_after(), collect(). Any error ends the chip's part in the scan; the kit
// sets it up anew, at once and then after waits of 1 to 30 s.

#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "drivers/bus/bus_clock.h"
#include "drivers/bus/bus_error.h"
#include "hub/core/frame.h"

namespace chairhub {

class Converter {
 public:
  virtual ~Converter() = default;

  virtual std::string name() const = 0;  // "ads1115 at 0x48 on /dev/i2c-1"
  virtual std::uint32_t channels() const = 0;

  // Finds the chip and writes its whole configuration. Called at start, and
  // again after the chip has failed.
  virtual BusResult<void> initialise() = 0;

  // For chips that take their time, such as for a calibration of their own:
  // called after initialise(), after each wait that it asks for, until it asks
  // for none. The other chips are scanned meanwhile.
  virtual BusResult<Nanos> continue_initialising() { return Nanos{0}; }

  // Reads what can only be read all at once. `wanted` are the channels that
  // will be collected in this scan, in their order.
  virtual BusResult<void> begin_scan(std::span<const std::uint32_t> wanted) {
    (void)wanted;
    return {};
  }
  virtual BusResult<void> start(std::uint32_t channel) {
    (void)channel;
    return {};
  }
  // How long start() itself waits, such as for a multiplexer to settle.
  virtual Nanos starts_in() const { return Nanos{0}; }
  virtual Nanos ready_after() const { return Nanos{0}; }
  virtual BusResult<std::int32_t> collect(std::uint32_t channel) = 0;

  // What the chip itself says about a reading of collect(), such as a code that
  // stands for "out of range". Faults of the wiring are not its business.
  virtual Signal judge(std::int32_t counts) const {
    (void)counts;
    return Signal::ok;
  }
};

}  // namespace chairhub
