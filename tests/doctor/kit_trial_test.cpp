// A kit scanned for a while, and what that says about its chips and wires.

#include "hub/doctor/kit_trial.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/chips/fake_bus_clock.h"

namespace chairhub::kit_trial_test {

using testing::Contains;
using testing::Field;
using testing::HasSubstr;
using testing::SizeIs;

// A kit whose readings and speed a test decides.
class ScriptedKit final : public Kit {
 public:
  explicit ScriptedKit(FakeBusClock& clock) : clock_(clock) {}
  std::string describe() const override { return "two ads1115"; }
  Pace pace() const override { return pace_; }
  bool scan(Moment now, Frame& frame) override {
    if (scans_left == 0) return false;
    --scans_left;
    clock_.wait(takes);
    frame.at = pace_.own_time ? Moment{SteadyTime(Millis(time_ += 100)), {}} : now;
    frame.pad_count = 2;
    frame.pads[0] = first;
    frame.pads[1] = {200, Signal::ok};
    return true;
  }
  std::vector<std::string> take_notices() override { return std::exchange(notices, {}); }

  Pace pace_{Millis{100}, false, 1};
  Nanos takes = std::chrono::milliseconds(20);
  PadReading first{100, Signal::ok};
  int scans_left = 1'000'000;
  std::vector<std::string> notices;

 private:
  FakeBusClock& clock_;
  std::int64_t time_ = 0;
};

class KitTrialTest : public testing::Test {
 protected:
  KitTrialTest() {
    chair.chair.id = "desk";
    chair.chair.pads = {{"left", Zone::seat, -0.3, 0.3, {}}, {"right", Zone::seat, 0.3, 0.3, {}}};
    chair.kit.driver = "ads1115";
    chair.kit.where = "hub.toml:3:1";
  }
  KitTrial scanned() { return try_kit(kit, clock, Seconds{2}); }
  Findings judged() { return judge_kit(chair, scanned()); }

  ChairConfig chair;
  FakeBusClock clock;
  ScriptedKit kit{clock};
};

TEST_F(KitTrialTest, AKitIsScannedAtItsOwnRate) {
  const KitTrial trial = scanned();
  EXPECT_EQ(trial.scans, 20U);
  EXPECT_EQ(trial.missed, 0U);
  EXPECT_EQ(trial.pads[0].counts / trial.scans, 100);
}

TEST_F(KitTrialTest, AHealthyKitAnswersAndReachesItsRate) {
  const Findings found = judged();
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_EQ(found[0].name, "kit.answers");
  EXPECT_THAT(found[0].what, HasSubstr("all 2 pads"));
  EXPECT_EQ(found[1].name, "rate.reached");
  EXPECT_EQ(found[1].what, "10.0 scans a second of 10.0");
}

TEST_F(KitTrialTest, ScansThatTakeTooLongAreCounted) {
  kit.takes = std::chrono::milliseconds(150);
  const Findings found = judged();
  EXPECT_EQ(found.back().name, "rate.slow");
  EXPECT_EQ(found.back().severity, Severity::warning);
  EXPECT_EQ(found.back().what, "5.0 scans a second of 10.0");
  EXPECT_THAT(found.back().cure, HasSubstr("hub.toml:3:1: lower rate_hz"));
}

TEST_F(KitTrialTest, ASilentChipIsAProblemInTheKitsOwnWords) {
  kit.first = {0, Signal::missing};
  kit.notices = {"ads1115 at 0x48 on /dev/i2c-1: nobody answers"};
  const Findings found = judged();
  EXPECT_EQ(found[0].name, "kit.says");
  EXPECT_EQ(found[0].severity, Severity::problem);
  EXPECT_THAT(found[0].what, HasSubstr("nobody answers"));
  EXPECT_EQ(found[1].name, "pad.missing");
  EXPECT_EQ(found[1].what, "left is not read at all");
}

TEST_F(KitTrialTest, AFaultThatHealedIsAWarning) {
  kit.notices = {"ads1115 at 0x48: its configuration reads 0x8583; it was set up anew and works"};
  EXPECT_EQ(judged()[0].severity, Severity::warning);
}

TEST_F(KitTrialTest, WiresAreToldApart) {
  const std::pair<Signal, const char*> faults[] = {{Signal::open_wire, "pad.open_wire"},
                                                   {Signal::short_circuit, "pad.short_circuit"},
                                                   {Signal::below_ground, "pad.below_ground"},
                                                   {Signal::out_of_range, "pad.out_of_range"},
                                                   {Signal::crosstalk, "pad.crosstalk"}};
  for (const auto& [signal, name] : faults) {
    kit.first = {0, signal};
    EXPECT_THAT(judged(), Contains(Field(&Finding::name, name)));
  }
}

TEST_F(KitTrialTest, AKitWithATimeOfItsOwnIsPlayedAtOnceAndHasNoRate) {
  kit.pace_ = {Millis{100}, true, 60};
  kit.takes = Nanos{0};
  const Nanos begin = clock.now();
  const KitTrial trial = scanned();
  EXPECT_EQ(trial.scans, 21U);
  EXPECT_EQ(clock.now(), begin);
  EXPECT_THAT(judge_kit(chair, trial), SizeIs(1));
}

TEST_F(KitTrialTest, ARecordingWithoutARowIsAProblem) {
  kit.scans_left = 0;
  ASSERT_THAT(judged(), SizeIs(1));
  EXPECT_EQ(judged()[0].name, "kit.silent");
}

TEST_F(KitTrialTest, ARecordingThatEndsEarlyIsFine) {
  kit.pace_.own_time = true;
  kit.scans_left = 5;
  EXPECT_EQ(judged()[0].name, "kit.answers");
}

}  // namespace chairhub::kit_trial_test
