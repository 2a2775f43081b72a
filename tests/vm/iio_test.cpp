// The kernel's own driver ti-ads1015 on its own simulated bus, i2c-stub, which
// remembers what is written to a chip and does nothing else: all four channels
// read the same.

#include <fcntl.h>
#include <linux/i2c-dev.h>
#include <linux/i2c.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <fstream>

#include <gtest/gtest.h>

#include "tests/vm/machine.h"

namespace chairhub::iio_test {

constexpr int range = 25'000;

const std::string two_in_the_seat = R"(range = [0, 25000]
[[chair.pad]]
name = "left"
zone = "seat"
x = -0.3
y = 0.3
[[chair.pad]]
name = "right"
zone = "seat"
x = 0.3
y = 0.3
)";

class IioTest : public testing::Test {
 protected:
  IioTest() {
    put(0);
    bind();
  }
  ~IioTest() override { unbind(); }

  void SetUp() override {
    hub.start();
    hub.says("the chair is empty");
  }

  static void bind() { std::ofstream("/sys/bus/i2c/devices/i2c-0/new_device") << "ads1115 0x48" << std::flush; }
  static void unbind() { std::ofstream("/sys/bus/i2c/devices/i2c-0/delete_device") << "0x48" << std::flush; }

  // What conversions read from now on. The chip sends its high byte first, SMBus the low one.
  static void put(double load) {
    const auto counts = static_cast<unsigned>(load * range);
    i2c_smbus_data data{};
    data.word = static_cast<std::uint16_t>(counts >> 8U | (counts & 0xFFU) << 8U);
    i2c_smbus_ioctl_data request{I2C_SMBUS_WRITE, 0, I2C_SMBUS_WORD_DATA, &data};
    const int bus = ::open("/dev/i2c-0", O_RDWR | O_CLOEXEC);
    EXPECT_EQ(::ioctl(bus, I2C_SLAVE_FORCE, 0x48), 0);
    EXPECT_EQ(::ioctl(bus, I2C_SMBUS, &request), 0);
    ::close(bus);
  }

  HubInMachine hub{"driver = \"iio\"\ndevices = \"0-0048\"\nrate_hz = 4", two_in_the_seat};
};

TEST_F(IioTest, SomebodySitsDownAndGetsUp) {
  put(0.6);
  hub.says("somebody sits down");
  put(0);
  hub.says("gets up after");
  hub.stop();
}

TEST_F(IioTest, AChipThatTheKernelLetsGoIsMissedAndTakenBack) {
  unbind();
  hub.says("pad left is missing");
  bind();
  hub.says("works again");
  put(0.6);
  hub.says("somebody sits down");
}

TEST_F(IioTest, AChipThatTheKernelOwnsIsNotTouchedOverI2c) {
  HubInMachine other("driver = \"ads1115\"\nbus = \"/dev/i2c-0\"\naddresses = \"0x48\"\nrate_hz = 4", two_in_the_seat);
  other.start();
  other.says("a kernel driver owns the chip: 'ads1015'");
}

}  // namespace chairhub::iio_test
