#include "hub/core/indicator.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/moments.h"

namespace chairhub::indicator_test {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

// Notes what it was asked for; can be torn off its wires.
class FakeDevice : public IndicatorDevice {
 public:
  Result<void> light(bool on) override { return did(on ? "light" : "dark"); }
  Result<void> vibrate(Pulse pulse) override {
    EXPECT_LE(pulse.length, longest_pulse);
    strength = pulse.strength;
    return did("vibrate");
  }
  Result<void> beep(Pulse pulse) override {
    EXPECT_LE(pulse.length, longest_pulse);
    return did("beep");
  }
  Result<void> silence() override { return did("silence"); }

  void is_torn_off() { torn_off_ = true; }
  void is_mended() { torn_off_ = false; }
  std::vector<std::string> heard() { return std::exchange(calls_, {}); }
  double strength = 0;

 private:
  Result<void> did(const char* what) {
    if (torn_off_) return failure("gpio line 16: gone");
    calls_.emplace_back(what);
    return {};
  }

  bool torn_off_ = false;
  std::vector<std::string> calls_;
};

class IndicatorTest : public testing::Test {
 protected:
  IndicatorTest() {
    configured.haptic.enabled = true;
    configured.haptic.strength = 0.4;
    begin();
  }
  void begin() {
    policy.emplace(configured, device);
    tick();
    EXPECT_THAT(device.heard(), ElementsAre("dark"));
  }
  void tick() {
    observation.at = now;
    policy->observe(observation, settings, zone_clock, has_fault);
    EXPECT_TRUE(policy->drive(now.steady));
    observation.events.clear();
  }
  // Half seconds pass, and the policy is woken when it asked to be.
  void pass(Millis length) {
    for (const SteadyTime end = now.steady + length; now.steady < end;) {
      const SteadyTime next_tick = now.steady + 500ms;
      while (policy->next_wake() && *policy->next_wake() < next_tick) EXPECT_TRUE(policy->drive(*policy->next_wake()));
      now = now + 500ms;
      tick();
    }
  }
  void is(Cause cause, Held held) { observation.held.at(static_cast<std::size_t>(cause)) = held; }
  void alert(Cause cause) {
    Alert raised;
    raised.cause = cause;
    observation.events.emplace_back(raised);
    is(cause, Held::nothing);
    tick();
    is(cause, Held::already_raised);
  }
  Command press(Press how) {
    const Command command = policy->press(how, settings, now.steady);
    EXPECT_TRUE(policy->drive(now.steady));
    return command;
  }

  IndicatorSettings configured;
  FakeDevice device;
  std::optional<IndicatorPolicy> policy;
  Observation observation;
  Settings settings;
  Moment now = morning();
  Millis zone_clock = 8h;
  bool has_fault = false;
};

TEST_F(IndicatorTest, IsDarkWhileAllIsWell) {
  pass(1min);
  EXPECT_THAT(device.heard(), IsEmpty());
}

TEST_F(IndicatorTest, IsLitWhileSomethingIsDueAndDarkWhenThePersonActs) {
  is(Cause::static_too_long, Held::already_raised);
  pass(1min);
  EXPECT_THAT(device.heard(), ElementsAre("light"));
  is(Cause::static_too_long, Held::recovering);
  pass(1s);
  EXPECT_THAT(device.heard(), ElementsAre("dark"));
}

TEST_F(IndicatorTest, BlinksSlowlyOnAFault) {
  has_fault = true;
  pass(4s);
  EXPECT_THAT(device.heard(), ElementsAre("light", "dark", "light", "dark"));
}

TEST_F(IndicatorTest, AnAlertGivesOnePulse) {
  alert(Cause::bent_forward);
  pass(1min);
  EXPECT_THAT(device.heard(), ElementsAre("vibrate", "light"));
  EXPECT_EQ(device.strength, 0.4);
}

TEST_F(IndicatorTest, SoundAndHapticAreOffUnlessConfigured) {
  configured = {};
  begin();
  alert(Cause::bent_forward);
  EXPECT_THAT(device.heard(), ElementsAre("light"));
}

TEST_F(IndicatorTest, EachCauseCanBeLeftOut) {
  configured.buzzer.enabled = true;
  configured.haptic.cause_on.at(static_cast<std::size_t>(Cause::bent_forward)) = false;
  begin();
  alert(Cause::bent_forward);
  EXPECT_THAT(device.heard(), ElementsAre("beep", "light"));
}

TEST_F(IndicatorTest, APulseEndsWhenThePersonActs) {
  alert(Cause::static_too_long);
  device.heard();
  is(Cause::static_too_long, Held::not_due);
  pass(500ms);
  EXPECT_THAT(device.heard(), ElementsAre("silence", "dark"));
  pass(1min);
  EXPECT_THAT(device.heard(), IsEmpty());
}

TEST_F(IndicatorTest, APulseEndsWithThePressOfTheButton) {
  alert(Cause::static_too_long);
  device.heard();
  press(Press::once);
  EXPECT_THAT(device.heard(), ElementsAre("silence", "dark"));
}

TEST_F(IndicatorTest, NothingHappensWhileItIsToBeQuiet) {
  has_fault = true;
  const auto nothing_happens = [this] {
    begin();
    alert(Cause::bent_forward);
    pass(1min);
    EXPECT_THAT(device.heard(), IsEmpty());
    settings = {};
  };
  settings.paused = true;
  nothing_happens();
  settings.meeting = true;
  nothing_happens();
  settings.snoozed_until = now.wall + 1h;
  nothing_happens();
  settings.quiet_hours = QuietHours{7h, 9h};
  nothing_happens();
}

TEST_F(IndicatorTest, PressingOnceSnoozesOrEndsTheSnooze) {
  EXPECT_EQ(std::get<Snooze>(command_of(Press::once, settings)).length, 15min);
  settings.snoozed_until = now.wall + 5min;
  EXPECT_EQ(std::get<Snooze>(command_of(Press::once, settings)).length, 0min);
}

TEST_F(IndicatorTest, PressingTwiceBeginsOrEndsAMeeting) {
  EXPECT_TRUE(std::get<SetMeeting>(command_of(Press::twice, settings)).on);
  settings.meeting = true;
  EXPECT_FALSE(std::get<SetMeeting>(command_of(Press::twice, settings)).on);
}

TEST_F(IndicatorTest, HoldingPausesOrGoesOn) {
  EXPECT_TRUE(std::get<SetPaused>(command_of(Press::held, settings)).on);
  settings.paused = true;
  EXPECT_FALSE(std::get<SetPaused>(command_of(Press::held, settings)).on);
}

TEST_F(IndicatorTest, AnswersOnceWhenSomethingBeginsAndTwiceWhenItEnds) {
  press(Press::twice);
  settings.meeting = true;
  pass(5s);
  EXPECT_THAT(device.heard(), ElementsAre("light", "dark"));
  press(Press::twice);
  settings.meeting = false;
  pass(5s);
  EXPECT_THAT(device.heard(), ElementsAre("light", "dark", "light", "dark"));
}

TEST_F(IndicatorTest, NeverFlashesMoreThanOnceASecond) {
  has_fault = true;
  press(Press::once);
  std::vector<SteadyTime> flashes;
  for (int i = 0; i < 200; ++i) {
    now = now + 50ms;
    tick();
    for (const std::string& call : device.heard())
      if (call == "light") flashes.push_back(now.steady);
  }
  ASSERT_GE(flashes.size(), 4u);
  for (std::size_t i = 2; i < flashes.size(); ++i) EXPECT_GE(flashes[i] - flashes[i - 2], 1s);
}

TEST_F(IndicatorTest, SaysWhatTheDeviceCannotDoAndTriesTheLampAgain) {
  device.is_torn_off();
  is(Cause::static_too_long, Held::already_raised);
  observation.at = now;
  policy->observe(observation, settings, zone_clock, has_fault);
  EXPECT_FALSE(policy->drive(now.steady));
  device.is_mended();
  tick();
  EXPECT_THAT(device.heard(), ElementsAre("light"));
}

TEST_F(IndicatorTest, WantsToBeWokenOnlyWhileTheLampMoves) {
  EXPECT_FALSE(policy->next_wake());
  press(Press::once);
  EXPECT_TRUE(policy->next_wake());
  pass(2s);
  EXPECT_FALSE(policy->next_wake());
}

}  // namespace chairhub::indicator_test
