#include "drivers/bus/gpio_chips.h"

#include <cerrno>

#include <gmock/gmock.h>

#include "drivers/bus/gpio_errors.h"
#include "tests/support/chips/fake_bus_clock.h"
#include "tests/support/chips/fake_gpio.h"
#include "tests/support/temporary_folder.h"

namespace chairhub::gpio_chips_test {

using testing::AllOf;
using testing::HasSubstr;

const GpioChipFile expander{"/dev/gpiochip1", "raspberrypi-exp-gpio", 0};
const GpioChipFile pi4{"/dev/gpiochip0", "pinctrl-bcm2711", 0};

std::string choice(std::vector<GpioChipFile> chips, const std::string& label = "") {
  const auto chosen = choose_gpio_chip(chips, label);
  return chosen ? name_of(*chosen) : in_words(chosen.error());
}

TEST(GpioChipsTest, FindTheHeaderOfEveryPiByItsLabel) {
  EXPECT_EQ(choice({expander, pi4}), "pinctrl-bcm2711 (/dev/gpiochip0)");
  EXPECT_EQ(choice({expander, {"/dev/gpiochip2", "pinctrl-bcm2835", 0}}), "pinctrl-bcm2835 (/dev/gpiochip2)");
}

// On a Pi 5 the header was gpiochip4 and became gpiochip0 with another kernel.
TEST(GpioChipsTest, TheNumberOfAChipMeansNothing) {
  const GpioChipFile other{"/dev/gpiochip0", "gpio-brcmstb@107d508500", 0};
  EXPECT_EQ(choice({other, {"/dev/gpiochip4", "pinctrl-rp1", 0}}), "pinctrl-rp1 (/dev/gpiochip4)");
  EXPECT_EQ(choice({{"/dev/gpiochip0", "pinctrl-rp1", 0}, {"/dev/gpiochip10", "gpio-brcmstb@107d508500", 0}}),
            "pinctrl-rp1 (/dev/gpiochip0)");
}

TEST(GpioChipsTest, TakeTheLabelThatIsAskedFor) {
  EXPECT_EQ(choice({expander, pi4}, "raspberrypi-exp-gpio"), "raspberrypi-exp-gpio (/dev/gpiochip1)");
}

TEST(GpioChipsTest, AreListedWhenNoneIsTheRightOne) {
  EXPECT_THAT(choice({expander}), AllOf(HasSubstr("pinctrl-rp1, pinctrl-bcm2711, pinctrl-bcm2835"),
                                        HasSubstr("there are raspberrypi-exp-gpio (/dev/gpiochip1)")));
  EXPECT_THAT(choice({expander, pi4}, "pinctrl-rp1"),
              AllOf(HasSubstr("no chip is labelled pinctrl-rp1"), HasSubstr("pinctrl-bcm2711 (/dev/gpiochip0)")));
  EXPECT_THAT(choice({}), HasSubstr("there is no GPIO chip at all"));
}

TEST(GpioChipsTest, SayWhichOneMayNotBeOpened) {
  EXPECT_THAT(choice({{"/dev/gpiochip0", "", EACCES}}), AllOf(HasSubstr("/dev/gpiochip0"), HasSubstr("group gpio")));
}

// Raspberry Pi OS links gpiochip4 to gpiochip0 for old programs.
TEST(GpioChipsTest, AreNotListedTwiceBecauseOfASymlink) {
  const TemporaryFolder folder;
  folder.write("gpiochip0", "");
  folder.write("gpiomem", "");
  std::filesystem::create_symlink("gpiochip0", folder.path() / "gpiochip4");
  const auto chips = list_gpio_chips(folder.path());
  ASSERT_EQ(chips.size(), 1U);
  EXPECT_EQ(chips[0].path, (folder.path() / "gpiochip0").string());
  EXPECT_EQ(chips[0].system_errno, ENOTTY);
}

TEST(GpioChipsTest, AFileThatIsNoneIsCalledSo) {
  const TemporaryFolder folder;
  folder.write("plain", "");
  const auto chip = open_gpio_chip((folder.path() / "plain").string());
  ASSERT_FALSE(chip);
  EXPECT_THAT(in_words(chip.error()), HasSubstr("no GPIO chip"));
}

TEST(GpioChipsTest, APathThatIsNotThereIsCalledSo) {
  const auto chip = open_gpio_chip("/dev/gpiochip99");
  ASSERT_FALSE(chip);
  EXPECT_EQ(chip.error().fault, BusFault::no_device);
  EXPECT_THAT(in_words(chip.error()), HasSubstr("/dev/gpiochip99"));
}

TEST(GpioErrorsTest, NameWhoHoldsALine) {
  FakeBusClock clock;
  FakeGpio gpio(clock);
  gpio.hold(17, "lcd");
  gpio.hold(22, "spi0 CS0");
  const auto chip = gpio.open();
  const unsigned lines[] = {17, 27, 22};
  const auto refused = (*chip)->request_outputs(lines, "mux");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().fault, BusFault::busy);
  EXPECT_THAT(refused.error().detail, "line 17 is held by 'lcd', line 22 is held by 'spi0 CS0'");
}

TEST(GpioErrorsTest, SayWhichLinesThereAre) {
  FakeBusClock clock;
  FakeGpio gpio(clock);
  const unsigned lines[] = {17, 58};
  const auto refused = (*gpio.open())->request_outputs(lines, "mux");
  ASSERT_FALSE(refused);
  EXPECT_THAT(in_words(refused.error()), HasSubstr("there is no line 58; there are 0 to 57"));
}

TEST(GpioErrorsTest, AConsumerFitsIntoWhatTheKernelKeeps) {
  EXPECT_EQ(gpio_consumer("lamp"), "chairhub:lamp");
  EXPECT_EQ(gpio_consumer("a-role-that-is-much-too-long-for-it").size(), 31U);
}

}  // namespace chairhub::gpio_chips_test
