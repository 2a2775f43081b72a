#include "hub/doctor/gpio_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/doctor/fake_machine.h"

namespace chairhub::gpio_lines_test {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class GpioLinesTest : public testing::Test {
 protected:
  Findings check() const { return check_gpio_lines(pi.machine, needs); }
  Findings check_release() const { return check_gpio_release(needs, BootConfig::read(pi.machine)); }

  FakeMachine pi;
  Needs needs{"desk", {}, {}, {{"", 16, "the lamp", false}, {"", 12, "the motor", true}}};
};

TEST_F(GpioLinesTest, FreeLinesAreReady) {
  ASSERT_THAT(check(), SizeIs(1));
  EXPECT_EQ(check()[0].name, "gpio.ready");
}

TEST_F(GpioLinesTest, WhoHasALineIsNamed) {
  pi.gpio.hold(16, "power-led");
  ASSERT_THAT(check(), SizeIs(1));
  EXPECT_EQ(check()[0].name, "gpio.taken");
  EXPECT_EQ(check()[0].severity, Severity::problem);
  EXPECT_THAT(check()[0].what, AllOf(HasSubstr("GPIO 16"), HasSubstr("the lamp"), HasSubstr("power-led")));
}

TEST_F(GpioLinesTest, TheHubItselfMayHaveThem) {
  pi.gpio.hold(16, "chairhub:lamp");
  EXPECT_EQ(check()[0].name, "gpio.ready");
}

TEST_F(GpioLinesTest, ALineBeyondTheChip) {
  needs.lines[0].line = 99;
  EXPECT_EQ(check()[0].name, "gpio.no_line");
  EXPECT_THAT(check()[0].what, HasSubstr("0 to 57"));
}

TEST_F(GpioLinesTest, AChipThatIsNotOpen) {
  pi.machine.open_gpio = [](const std::string&) -> BusResult<std::unique_ptr<GpioChip>> {
    return bus_failure(BusFault::permission, "/dev/gpiochip0");
  };
  ASSERT_THAT(check(), SizeIs(1));
  EXPECT_EQ(check()[0].name, "gpio.closed");
  EXPECT_THAT(check()[0].cure, HasSubstr("usermod -aG gpio"));
}

TEST_F(GpioLinesTest, AChairWithoutLinesHasNothingToSay) {
  needs.lines.clear();
  EXPECT_THAT(check(), IsEmpty());
}

TEST_F(GpioLinesTest, AMotorThatADeadProgramLeavesOnIsWorthANote) {
  pi.has("/boot/firmware/config.txt", "dtparam=i2c_arm=on\n");
  ASSERT_THAT(check_release(), SizeIs(1));
  EXPECT_EQ(check_release()[0].name, "gpio.kept");
  pi.has("/boot/firmware/config.txt", "dtparam=strict_gpiod\n");
  EXPECT_THAT(check_release(), IsEmpty());
}

TEST_F(GpioLinesTest, ALampThatStaysOnIsNot) {
  pi.has("/boot/firmware/config.txt", "\n");
  needs.lines.pop_back();
  EXPECT_THAT(check_release(), IsEmpty());
}

}  // namespace chairhub::gpio_lines_test
