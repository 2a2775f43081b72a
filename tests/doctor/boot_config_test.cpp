#include "hub/doctor/boot_config.h"

#include <gtest/gtest.h>

#include "tests/doctor/fake_machine.h"

namespace chairhub::boot_config_test {

class BootConfigTest : public testing::Test {
 protected:
  BootConfig read(std::string_view text) const {
    pi.has("/boot/firmware/config.txt", text);
    return BootConfig::read(pi.machine).value();
  }
  FakeMachine pi;
};

TEST_F(BootConfigTest, AMachineWithoutConfigTxtIsNoRaspberryPi) {
  EXPECT_FALSE(BootConfig::read(pi.machine));
}

TEST_F(BootConfigTest, TheOldPlaceIsReadWhereTheNewOneIsMissing) {
  pi.has("/boot/config.txt", "dtparam=i2c_arm=on\n");
  const auto boot = BootConfig::read(pi.machine).value();
  EXPECT_EQ(boot.file(), "/boot/config.txt");
  EXPECT_TRUE(boot.is_on("i2c_arm"));
}

TEST_F(BootConfigTest, TheNewPlaceWinsOverTheOld) {
  pi.has("/boot/config.txt", "dtparam=i2c_arm=on\n");
  EXPECT_FALSE(read("# nothing\n").is_on("i2c_arm"));
}

TEST_F(BootConfigTest, SeveralParametersStandInOneLine) {
  const BootConfig boot = read("dtparam=i2c_arm=on,i2c_arm_baudrate=400000\r\n");
  EXPECT_TRUE(boot.is_on("i2c_arm"));
  EXPECT_EQ(boot.parameter("i2c_arm_baudrate")->value, "400000");
  EXPECT_EQ(boot.parameter("i2c_arm_baudrate")->where, "/boot/firmware/config.txt:1");
}

TEST_F(BootConfigTest, OtherNamesOfTheBusMeanTheSame) {
  EXPECT_TRUE(read("dtparam=i2c1\n").is_on("i2c_arm"));
  EXPECT_TRUE(read("dtparam=i2c=on\n").is_on("i2c_arm"));
}

TEST_F(BootConfigTest, WhatIsCommentedOutDoesNotHold) {
  EXPECT_FALSE(read("#dtparam=i2c_arm=on\n").parameter("i2c_arm"));
}

TEST_F(BootConfigTest, TheLastLineWins) {
  EXPECT_FALSE(read("dtparam=spi=on\ndtparam=spi=off\n").is_on("spi"));
}

TEST_F(BootConfigTest, ASectionIsNamedWithTheLineAndNoneHoldsNothing) {
  const BootConfig boot = read("[none]\ndtparam=spi=on\n[pi5]\ndtparam=i2c_arm=on\n");
  EXPECT_FALSE(boot.is_on("spi"));
  EXPECT_EQ(boot.parameter("i2c_arm")->where, "/boot/firmware/config.txt:4 under [pi5]");
}

TEST_F(BootConfigTest, AnOverlayIsFoundByTheBeginningOfItsName) {
  const BootConfig boot = read("dtoverlay=ads1115,addr=0x48,cha_enable\ndtoverlay=\n");
  EXPECT_EQ(boot.overlay("ads1")->name, "ads1115");
  EXPECT_EQ(boot.overlay("ads1")->value, "addr=0x48,cha_enable");
  EXPECT_FALSE(boot.overlay("mcp3"));
}

}  // namespace chairhub::boot_config_test
