// An mcp3008 at a chip select of an SPI bus, as a device file.
//
// Commands: "counts 0 0 0 0 0 0 0 0", one for each input; "vanish" leaves the
// line at its pull-up, "return". It understands a master that has set mode 0 and
// clocks no faster than the chip is made for; any other reads ones.

#pragma once

#include <linux/spi/spidev.h>

#include <cstdint>

#include "tests/support/chips/mcp3xxx.h"
#include "tests/vm/served_bus/cuse_device.h"

namespace chairhub {

class ServedSpi final : public CuseDevice {
 public:
  Reach reach(const Ioctl& call) const override;
  IoctlReply answer(const Ioctl& call) override;
  bool command(std::string_view text) override;

 private:
  IoctlReply exchange(const Ioctl& call);

  static constexpr unsigned inputs = 8;
  std::uint8_t mode_ = SPI_MODE_1;  // as another program has left the device
  Mcp3xxx chip_{10, inputs};
};

}  // namespace chairhub
