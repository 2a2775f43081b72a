// Buses, their rights, and chips that a kernel driver has taken.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/doctor/devices.h"
#include "tests/doctor/fake_machine.h"

namespace chairhub::buses_test {

using testing::AllOf;
using testing::HasSubstr;

class BusesTest : public testing::Test {
 protected:
  Finding only(const Findings& findings) const {
    EXPECT_EQ(findings.size(), 1U);
    return findings.empty() ? Finding{} : findings.front();
  }
  Finding i2c() const { return only(check_buses(pi.machine, ads_needs(), BootConfig::read(pi.machine))); }
  Finding spi() const {
    const Needs needs{"desk", {{BusKind::spi, "/dev/spidev0.0", "hub.toml:4:3"}}, {}, {}};
    return only(check_buses(pi.machine, needs, BootConfig::read(pi.machine)));
  }
  Findings bound() const { return check_bound_chips(pi.machine, ads_needs(), BootConfig::read(pi.machine)); }
  static Needs ads_needs() {
    return {"desk", {{BusKind::i2c, "/dev/i2c-1", "hub.toml:4:3"}}, {{"/dev/i2c-1", 0x48}, {"/dev/i2c-1", 0x49}}, {}};
  }
  static void expect(const Finding& finding, Severity severity, const std::string& name, const std::string& cure) {
    EXPECT_EQ(finding.severity, severity) << finding.what;
    EXPECT_EQ(finding.name, name);
    EXPECT_THAT(finding.cure, HasSubstr(cure));
  }

  FakeMachine pi;
};

TEST_F(BusesTest, ABusThatIsThereAndOpenIsReady) {
  pi.has_device("/dev/i2c-1", "i2c");
  pi.joins_the_group();
  expect(i2c(), Severity::ok, "i2c.ready", "");
}

TEST_F(BusesTest, AMissingBusIsNamedWithItsPlaceInTheConfigurationAndThoseThereAre) {
  pi.has("/dev/i2c-20");
  const Finding found = i2c();
  expect(found, Severity::problem, "i2c.missing", "modprobe i2c-dev");
  EXPECT_EQ(found.chair, "desk");
  EXPECT_THAT(found.what, AllOf(HasSubstr("hub.toml:4:3"), HasSubstr("no /dev/i2c-1"), HasSubstr("/dev/i2c-20")));
}

TEST_F(BusesTest, OnARaspberryPiTheCureIsTheLineOfConfigTxt) {
  pi.has("/boot/firmware/config.txt", "dtparam=audio=on\n");
  expect(i2c(), Severity::problem, "i2c.missing", "write dtparam=i2c_arm=on into /boot/firmware/config.txt");
  expect(spi(), Severity::problem, "spi.missing", "write dtparam=spi=on into /boot/firmware/config.txt");
}

TEST_F(BusesTest, ALineThatSwitchesTheBusOffIsShown) {
  pi.has("/boot/firmware/config.txt", "\ndtparam=i2c_arm=off\n");
  expect(i2c(), Severity::problem, "i2c.missing", "i2c_arm is off at /boot/firmware/config.txt:2");
}

TEST_F(BusesTest, ABusThatIsSwitchedOnNeedsARestartOrItsModule) {
  pi.has("/boot/config.txt", "dtparam=i2c_arm=on\n");
  expect(i2c(), Severity::problem, "i2c.missing", "restart if that is new, else sudo modprobe i2c-dev");
}

TEST_F(BusesTest, AnOverlayForTheChipTakesSpidevAway) {
  pi.has("/boot/firmware/config.txt", "dtparam=spi=on\ndtoverlay=mcp3008:spi0-0-present\n");
  expect(spi(), Severity::problem, "spi.missing", "the overlay mcp3008 at /boot/firmware/config.txt:2");
}

TEST_F(BusesTest, WhoIsNotInTheGroupIsToldHowToJoinIt) {
  pi.has_device("/dev/i2c-1", "i2c");
  expect(i2c(), Severity::problem, "i2c.refused", "sudo usermod -aG i2c pi");
}

TEST_F(BusesTest, WhoJoinedSinceTheLoginIsToldToLogInAgain) {
  pi.has_device("/dev/i2c-1", "i2c", "anna,pi");
  expect(i2c(), Severity::problem, "i2c.refused", "log in again");
}

TEST_F(BusesTest, ADeviceOfNoGroupNeedsARule) {
  pi.has_device("/dev/spidev0.0", "root");
  expect(spi(), Severity::problem, "spi.refused", "udev rule");
}

TEST_F(BusesTest, RootMayDoEverythingAndIsToldSo) {
  pi.has_device("/dev/i2c-1", "i2c");
  pi.machine.user = {"root", 0, {0}};
  expect(i2c(), Severity::ok, "i2c.ready", "");
  const std::vector<Needs> needs{ads_needs()};
  expect(only(check_user(pi.machine, needs)), Severity::note, "user.root", "sudo -u chairhub");
}

TEST_F(BusesTest, ChipsThatNobodyHasAreNotMentioned) {
  EXPECT_TRUE(bound().empty());
}

TEST_F(BusesTest, AChipOfAKernelDriverIsNamedWithTheOverlayThatBindsIt) {
  pi.links("/sys/bus/i2c/devices/1-0049/driver", "../../../bus/i2c/drivers/ads1015");
  pi.has("/boot/firmware/config.txt", "dtoverlay=ads1115,addr=0x49\n");
  const Finding found = only(bound());
  expect(found, Severity::problem, "i2c.bound", "take dtoverlay=ads1115 out of /boot/firmware/config.txt:1");
  EXPECT_THAT(found.what, AllOf(HasSubstr("0x49 on /dev/i2c-1"), HasSubstr("ads1015")));
  EXPECT_THAT(found.cure, HasSubstr("/sys/bus/i2c/drivers/ads1015/unbind"));
}

}  // namespace chairhub::buses_test
