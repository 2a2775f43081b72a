// The I2C bus of a chair as a device file: ads1115 at 0x48 and 0x49, and a
// multiplexer at 0x70 with four nau7802.
//
// Commands are a chip and what happens to it: "0x48 counts 550 550 550 550",
// "0x49 nack 1" (so many transfers), "0x48 reset 1" (after so many), "0x48 hold",
// "0x48 release", "0x49 vanish", "0x49 return"; a nau7802 is named by its port, "2 counts 150000".

#pragma once

#include <array>
#include <map>
#include <sstream>
#include <string>

#include "tests/support/chips/ads111x.h"
#include "tests/support/chips/i2c_wire.h"
#include "tests/support/chips/nau7802.h"
#include "tests/vm/served_bus/cuse_device.h"

namespace chairhub {

class ServedI2c final : public CuseDevice {
 public:
  // `clock` outlives this.
  explicit ServedI2c(BusClock& clock);

  Reach reach(const Ioctl& call) const override;
  IoctlReply answer(const Ioctl& call) override;
  bool command(std::string_view text) override;

 private:
  IoctlReply transfer(const Ioctl& call);
  bool set_counts(const std::string& chip, std::istringstream& words);

  std::map<std::string, Ads111x> converters_;
  Tca9548a multiplexer_;
  std::map<std::string, Nau7802> load_cells_;
  std::map<std::string, I2cChip*> chips_;
  I2cWire wire_;
};

}  // namespace chairhub
