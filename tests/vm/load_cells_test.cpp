// Four nau7802 under a seat, behind a multiplexer on the served I2C bus.

#include <gtest/gtest.h>

#include "tests/vm/machine.h"

namespace chairhub::load_cells_test {

const std::string four_under_the_seat = R"(range = [0, 1500000]
[[chair.pad]]
name = "rear_left"
zone = "seat"
x = -0.3
y = 0.3
[[chair.pad]]
name = "rear_right"
zone = "seat"
x = 0.3
y = 0.3
[[chair.pad]]
name = "front_left"
zone = "seat"
x = -0.5
y = 0.75
[[chair.pad]]
name = "front_right"
zone = "seat"
x = 0.5
y = 0.75
)";

void put(const Load& load) {
  for (std::size_t port = 0; port < 4; ++port)
    tell(i2c_bus, std::to_string(port) + " counts" + counts_of(std::span(load).subspan(port, 1), 1'500'000));
}

class LoadCellsTest : public testing::Test {
 protected:
  LoadCellsTest() { put(nobody); }
  void SetUp() override {
    hub.start();
    hub.says("the chair is empty");
  }

  HubInMachine hub{
      "driver = \"nau7802\"\nbus = \"" + i2c_bus + "\"\nmultiplexer = \"0x70\"\nports = \"0, 1, 2, 3\"\nrate_hz = 4",
      four_under_the_seat};
};

TEST_F(LoadCellsTest, SomebodySitsDownAndGetsUp) {
  put(upright);
  hub.says("somebody sits down");
  put(nobody);
  hub.says("gets up after");
  hub.stop();
}

TEST_F(LoadCellsTest, AChipWhoseSupplyHasDippedIsSetUpAnewUnderTheSitter) {
  put(upright);
  hub.says("somebody sits down");
  tell(i2c_bus, "2 reset 0");
  hub.says("it was set up anew and works");
  put(nobody);
  hub.says("gets up after");
}

}  // namespace chairhub::load_cells_test
