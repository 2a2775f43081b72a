// Record, calibrate, run: the way somebody takes on the first day.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/end_to_end/workbench.h"
#include "tests/support/places.h"

namespace chairhub::calibration_test {

using testing::HasSubstr;

class CalibrationTest : public testing::Test {
 protected:
  static constexpr const char* bent_forward =
      R"({ driver = "simulated", scenario = "bent-forward", speed = 0, start = "2026-03-02T09:00" })";

  // The first minute of the scenario: empty for twenty seconds, then supported.
  Finished record_and_calibrate() {
    bench.configure(bent_forward, 0);
    const Finished recorded = bench.chairhub(
        {"record", "--config", bench.file("hub.toml"), "-o", bench.file("minute.csv"), "--seconds", "60"});
    EXPECT_EQ(recorded.exit_code, 0) << recorded.output;
    const std::string csv = bench.read("minute.csv");
    const std::string row = csv.substr(csv.find('\n') + 1);
    begin = std::stoll(row.substr(0, row.find(',')));
    return bench.chairhub({"calibrate", "--config", bench.file("hub.toml"), "--from", bench.file("minute.csv"),
                           "--empty", stretch(3, 15), "--supported", stretch(32, 55), "--save", bench.file("me.toml")});
  }
  std::string stretch(int from_s, int to_s) const {
    return std::to_string(begin + from_s * 1000) + ".." + std::to_string(begin + to_s * 1000);
  }

  Workbench bench;
  long long begin = 0;
};

TEST_F(CalibrationTest, ACalibratedHubKnowsBendingForward) {
  ASSERT_EQ(record_and_calibrate().exit_code, 0);
  bench.configure(bent_forward, 0, "calibration = \"me.toml\"\n");
  const Finished run = bench.chairhub({"run", "--config", bench.file("hub.toml"), "--story"});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.output, HasSubstr("ALERT bent_forward"));
  EXPECT_THAT(run.output, HasSubstr("Back extension"));
}

TEST_F(CalibrationTest, AStretchThatIsNoneIsWrongUsage) {
  record_and_calibrate();
  const Finished calibrated =
      bench.chairhub({"calibrate", "--config", bench.file("hub.toml"), "--from", bench.file("minute.csv"), "--empty",
                      "20..10", "--save", bench.file("me.toml")});
  EXPECT_EQ(calibrated.exit_code, 64);
  EXPECT_THAT(calibrated.output, HasSubstr("A..B"));
}

TEST_F(CalibrationTest, AnUprightStretchWithTheBackLoadedIsRefused) {
  record_and_calibrate();
  const Finished calibrated = bench.chairhub(
      {"calibrate", "--config", bench.file("hub.toml"), "--from", bench.file("minute.csv"), "--empty", stretch(3, 15),
       "--supported", stretch(32, 45), "--upright", stretch(46, 55), "--save", bench.file("upright.toml")});
  EXPECT_EQ(calibrated.exit_code, 1);
  EXPECT_THAT(calibrated.output, HasSubstr("the back was on the backrest"));
}

TEST_F(CalibrationTest, AnEmptyChairIsNobodySupported) {
  record_and_calibrate();
  const Finished calibrated =
      bench.chairhub({"calibrate", "--config", bench.file("hub.toml"), "--from", bench.file("minute.csv"), "--empty",
                      stretch(3, 15), "--supported", stretch(3, 15), "--save", bench.file("nobody.toml")});
  EXPECT_EQ(calibrated.exit_code, 1);
  EXPECT_FALSE(std::filesystem::exists(bench.file("nobody.toml")));
}

TEST_F(CalibrationTest, TheGuidedTalkLeadsThroughBothSteps) {
  bench.configure(bent_forward, 0);
  const std::string program = chairhub_program();
  // Whoever answers yes to everything leads it through; the chair is played as fast as it goes.
  const std::string talk =
      "yes | " + program + " calibrate --config " + bench.file("hub.toml") + " --save " + bench.file("me.toml");
  ChildProcess shell({"/bin/sh", "-c", talk});
  EXPECT_TRUE(shell.says("Get up and take everything off the chair"));
  EXPECT_TRUE(shell.says("Sit down, all the way back"));
}

TEST_F(CalibrationTest, WithoutATerminalItSaysWhatToDo) {
  bench.configure(bent_forward, 0);
  const Finished asked =
      bench.chairhub({"calibrate", "--config", bench.file("hub.toml"), "--save", bench.file("me.toml")});
  EXPECT_EQ(asked.exit_code, 64);
  EXPECT_THAT(asked.output, HasSubstr("run it in a terminal"));
}

}  // namespace chairhub::calibration_test
