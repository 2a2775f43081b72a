// Lamp, motor, buzzer and button on the lines of a GPIO chip (gpio-sim), which
// keeps outputs as they are when their program is gone, as a Raspberry Pi's does.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/vm/machine.h"

namespace chairhub::outputs_test {

using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::HasSubstr;

constexpr double range = 970;

void put(const Load& load) {
  tell(spi_device, "counts" + counts_of(load, range));
}

class OutputsTest : public testing::Test {
 protected:
  OutputsTest() {
    tell(spi_device, "return");
    put(nobody);
  }
  void SetUp() override {
    hub.calibrate(range);
    hub.start();
    hub.says("the chair is empty");
  }

  // A contact that closes or opens, and bounces. Closed, it connects the line with ground.
  void contact(bool closes) const {
    for (int bounce = 0; bounce < 4; ++bounce) {
      button.pull(!closes);
      let_pass(milliseconds(1));
      button.pull(closes);
      let_pass(milliseconds(1));
    }
    button.pull(!closes);
  }
  void press(milliseconds length) const {
    contact(true);
    let_pass(length);
    contact(false);
  }

  void chair_breaks() {
    tell(spi_device, "vanish");
    ASSERT_TRUE(lamp.becomes(true));
  }
  void bend_forward_until_the_alert() {
    put(upright);
    hub.says("upright without support");
    hub.says_while([this] { put(fidgeting(bending_forward)); }, "ALERT bent_forward", seconds(200));
  }
  // Nobody sits quite still.
  Load fidgeting(Load load) {
    turn = !turn;
    for (double& pad : load) pad *= turn ? 1.03 : 0.97;
    return load;
  }

  bool turn = false;
  SimulatedLine lamp{16};
  SimulatedLine motor{12};
  SimulatedLine buzzer{13};
  SimulatedLine button{26};
  HubInMachine hub{"driver = \"mcp3008\"\ndevice = \"" + spi_device + "\"\nrate_hz = 4", R"(range = [0, 970]
calibration = "desk.toml"
[chair.thresholds]
forward_warn_min = 2
settle_after_sit_s = 0
[chair.indicator]
led_line = 16
haptic_line = 12
buzzer_line = 13
button_line = 26
[chair.indicator.haptic]
enabled = true
strength = 1
[chair.indicator.buzzer]
enabled = true
)"};
};

TEST_F(OutputsTest, AllIsOffWhileAllIsWell) {
  EXPECT_FALSE(lamp.is_high());
  EXPECT_FALSE(motor.is_high());
  EXPECT_FALSE(buzzer.is_high());
}

TEST_F(OutputsTest, AnAlertLightsTheLampAndLetsMotorAndBuzzerPulseOnce) {
  bend_forward_until_the_alert();
  bool vibrated = false;
  bool beeped = false;
  EXPECT_TRUE(becomes_true([&] {
    vibrated = vibrated || motor.is_high();
    beeped = beeped || buzzer.is_high();
    return vibrated && beeped;
  }));
  EXPECT_TRUE(lamp.becomes(true));
  EXPECT_TRUE(motor.becomes(false, seconds(2)));
  EXPECT_TRUE(buzzer.becomes(false, seconds(2)));
  EXPECT_FALSE(motor.becomes(true, seconds(3)));
  put(nobody);
  EXPECT_TRUE(lamp.becomes(false));
}

TEST_F(OutputsTest, AMotorThatAKilledHubLeavesOnIsSwitchedOff) {
  bend_forward_until_the_alert();
  ASSERT_TRUE(motor.becomes(true));
  hub.kill();
  EXPECT_TRUE(motor.is_high());
  EXPECT_TRUE(lamp.is_high());
  const auto [exit_code, said] = hub.runs({"outputs-off"});
  EXPECT_EQ(exit_code, 0) << said;
  EXPECT_FALSE(motor.is_high());
  EXPECT_FALSE(lamp.is_high());
}

TEST_F(OutputsTest, TheLampBlinksOnAFaultAndIsDarkAfterAStop) {
  chair_breaks();
  EXPECT_TRUE(lamp.becomes(false));
  EXPECT_TRUE(lamp.becomes(true));
  hub.stop();
  EXPECT_FALSE(lamp.is_high());
}

TEST_F(OutputsTest, OutputsOffDoesNotReachIntoAHubThatRuns) {
  const auto [exit_code, said] = hub.runs({"outputs-off"});
  EXPECT_EQ(exit_code, 1);
  EXPECT_THAT(said, HasSubstr("chairhub"));
}

TEST_F(OutputsTest, ABouncingButtonSnoozesOnceAndEndsItOnce) {
  press(milliseconds(120));
  hub.says("desk: snooze 15 min");
  press(milliseconds(120));
  hub.says("desk: snooze 0 min");
  EXPECT_FALSE(hub.has_said("desk: meeting"));
}

TEST_F(OutputsTest, TwoPressesAreAMeetingAndALongOneIsAPause) {
  press(milliseconds(120));
  let_pass(milliseconds(150));
  press(milliseconds(120));
  hub.says("desk: meeting on");
  press(seconds(3));
  hub.says("desk: pause on");
}

}  // namespace chairhub::outputs_test
