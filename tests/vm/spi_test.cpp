// An mcp3008 behind a served spidev.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/vm/machine.h"

namespace chairhub::spi_test {

void put(const Load& load) {
  tell(spi_device, "counts" + counts_of(load, 970));
}

class SpiTest : public testing::Test {
 protected:
  SpiTest() {
    tell(spi_device, "return");
    put(nobody);
  }
  void SetUp() override {
    hub.start();
    hub.says("the chair is empty");
  }

  HubInMachine hub{"driver = \"mcp3008\"\ndevice = \"" + spi_device + "\"\nrate_hz = 4", "range = [0, 970]"};
};

TEST_F(SpiTest, SomebodySitsDownLeansBackAndGetsUp) {
  put(leaning_back);
  hub.says("leaning back, supported");
  hub.says("somebody sits down");
  put(nobody);
  hub.says("gets up after");
  hub.stop();
}

TEST_F(SpiTest, AChipThatVanishesIsMissedAndTakenBack) {
  tell(spi_device, "vanish");
  hub.says("mcp3008 on /dev/spidev0.0: what came cannot be right");
  hub.says("no chip of the kit works");
  hub.says("pad seat_rl is missing");
  tell(spi_device, "return");
  hub.says("mcp3008 on /dev/spidev0.0 works again");
  put(leaning_back);
  hub.says("somebody sits down");
}

}  // namespace chairhub::spi_test
