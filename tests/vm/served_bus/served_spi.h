// An mcp3008 at a chip select of an SPI bus, as a device file.
//
// Commands: "counts 0 0 0 0 0 0 0 0", one for each input; "vanish" leaves the
// line at its pull-up, "return".

#pragma once

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
  Mcp3xxx chip_{10, inputs};
};

}  // namespace chairhub
