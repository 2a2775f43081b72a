#include "hub/doctor/clock_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/doctor/rail.h"
#include "tests/doctor/fake_machine.h"
#include "tests/support/moments.h"

namespace chairhub::clock_check_test {

using testing::HasSubstr;

class ClockCheckTest : public testing::Test {
 protected:
  Finding clock(WallTime now = morning().wall) const { return check_clock(pi.machine, now).at(0); }
  Finding zone() const { return check_time_zone(pi.machine).at(0); }
  FakeMachine pi;
};

TEST_F(ClockCheckTest, AClockThatNobodyHasSetIsAWarning) {
  EXPECT_EQ(clock().name, "clock.unset");
  EXPECT_EQ(clock().severity, Severity::warning);
  EXPECT_THAT(clock().what, HasSubstr("no battery clock"));
  EXPECT_THAT(clock().cure, HasSubstr("timedatectl set-ntp true"));
}

TEST_F(ClockCheckTest, AndAProblemWhenItShowsThePast) {
  EXPECT_EQ(clock(WallTime(Seconds(1000))).severity, Severity::problem);
}

TEST_F(ClockCheckTest, WithoutABatteryItIsWrongAfterAStartWithoutNetwork) {
  pi.machine.is_synchronised = true;
  EXPECT_EQ(clock().name, "clock.no_battery");
  EXPECT_EQ(clock().severity, Severity::note);
}

TEST_F(ClockCheckTest, TheMarkOfSystemdCountsAsWell) {
  pi.has("/run/systemd/timesync/synchronized");
  EXPECT_EQ(clock().name, "clock.no_battery");
}

TEST_F(ClockCheckTest, ABatteryClockThatBeganIn1970IsNone) {
  pi.machine.is_synchronised = true;
  pi.has("/sys/class/rtc/rtc0/since_epoch", "86400\n");
  EXPECT_EQ(clock().name, "clock.no_battery");
  pi.has("/sys/class/rtc/rtc0/since_epoch", "1780000000\n");
  EXPECT_EQ(clock().name, "clock.set");
}

TEST_F(ClockCheckTest, TheTimeZoneIsTheLinksTarget) {
  pi.links("/etc/localtime", "/usr/share/zoneinfo/Europe/Berlin");
  EXPECT_EQ(zone().name, "zone.set");
  EXPECT_THAT(zone().what, HasSubstr("Europe/Berlin"));
}

TEST_F(ClockCheckTest, UtcIsWorthANote) {
  EXPECT_EQ(zone().name, "zone.utc");
  pi.links("/etc/localtime", "/usr/share/zoneinfo/Etc/UTC");
  EXPECT_EQ(zone().name, "zone.utc");
}

TEST_F(ClockCheckTest, TheEnvironmentWins) {
  pi.links("/etc/localtime", "/usr/share/zoneinfo/Etc/UTC");
  pi.machine.zone = ":Asia/Tokyo";
  EXPECT_THAT(zone().what, HasSubstr("Asia/Tokyo"));
}

TEST_F(ClockCheckTest, TheFirmwareTellsOfATooLowSupply) {
  EXPECT_TRUE(check_power(pi.machine).empty()) << "no Raspberry Pi";
  pi.has("/sys/class/hwmon/hwmon0/name", "cpu_thermal\n");
  pi.has("/sys/class/hwmon/hwmon1/name", "rpi_volt\n");
  pi.has("/sys/class/hwmon/hwmon1/in0_lcrit_alarm", "0\n");
  EXPECT_EQ(check_power(pi.machine).at(0).name, "power.fine");
  pi.has("/sys/class/hwmon/hwmon1/in0_lcrit_alarm", "1\n");
  EXPECT_EQ(check_power(pi.machine).at(0).name, "power.low");
}

}  // namespace chairhub::clock_check_test
