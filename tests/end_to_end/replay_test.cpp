// `chairhub replay`: a row for a row, the same for ever, and honest about what
// is wrong with a recording.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/end_to_end/workbench.h"
#include "tests/support/places.h"

namespace chairhub::replay_test {

using testing::HasSubstr;
using testing::StartsWith;

class ReplayTest : public testing::Test {
 protected:
  ReplayTest() {
    bench.configure(
        R"({ driver = "simulated", scenario = "ordinary-office-day", speed = 0, start = "2026-03-02T08:59:40" })");
  }
  void record(int seconds) const {
    const Finished recorded = bench.chairhub({"record", "--config", bench.file("hub.toml"), "-o", bench.file("day.csv"),
                                              "--seconds", std::to_string(seconds)});
    ASSERT_EQ(recorded.exit_code, 0) << recorded.output;
  }
  Finished replay(std::vector<std::string> more) const {
    std::vector<std::string> arguments = {"replay", "--config", bench.file("hub.toml")};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return bench.chairhub(arguments);
  }
  static std::ptrdiff_t lines(const std::string& text) { return std::count(text.begin(), text.end(), '\n'); }

  Workbench bench;
};

TEST_F(ReplayTest, WritesARowForEveryRow) {
  record(600);
  const Finished replayed = replay({bench.file("day.csv"), "--trace", bench.file("trace.csv")});
  EXPECT_EQ(replayed.exit_code, 0) << replayed.output;
  EXPECT_EQ(lines(bench.read("trace.csv")), lines(bench.read("day.csv")));
  EXPECT_THAT(bench.read("trace.csv"), StartsWith("t_ms,posture,occupied,supported,forward,lean,calibrated,alerts\n"));
}

TEST_F(ReplayTest, GivesTheSameTraceEveryTime) {
  record(1800);
  replay({bench.file("day.csv"), "--trace", bench.file("one.csv")});
  replay({bench.file("day.csv"), "--trace", bench.file("two.csv")});
  EXPECT_EQ(bench.read("one.csv"), bench.read("two.csv"));
}

// Six minutes of the simulated chair, as `record` wrote them: empty, supported, upright, bent forward, supported,
// empty. The trace is kept beside them, so that every processor and compiler is held to the same.
TEST_F(ReplayTest, GivesTheTraceThatIsKeptOnEveryMachine) {
  const std::filesystem::path folder = source_folder() / "tests/recordings/simulated";
  const std::string recording = folder / "recording.csv";
  const Finished calibrated = bench.chairhub(
      {"calibrate", "--config", bench.file("hub.toml"), "--from", recording, "--empty", "1772441983000..1772441995000",
       "--supported", "1772442005000..1772442025000", "--save", bench.file("calibration.json")});
  ASSERT_EQ(calibrated.exit_code, 0) << calibrated.output;
  const Finished replayed =
      replay({"--calibration", bench.file("calibration.json"), recording, "--trace", bench.file("trace.csv")});
  ASSERT_EQ(replayed.exit_code, 0) << replayed.output;
  std::ifstream kept(folder / "trace.csv");
  EXPECT_EQ(bench.read("trace.csv"), std::string(std::istreambuf_iterator<char>(kept), {}));
}

TEST_F(ReplayTest, NamesWhatIsWrongWithItsLine) {
  record(10);
  std::string csv = bench.read("day.csv");
  const std::size_t third_row = csv.find('\n', csv.find('\n', csv.find('\n') + 1) + 1) + 1;
  csv.insert(csv.find(',', third_row) + 1, "oops");
  bench.write("bad.csv", csv);
  const Finished replayed = replay({bench.file("bad.csv")});
  EXPECT_EQ(replayed.exit_code, 0);
  EXPECT_THAT(replayed.output, HasSubstr("bad.csv:4:"));
}

TEST_F(ReplayTest, ClockThatJumpsIsNamedAndCanBeIgnored) {
  record(10);
  std::string csv = bench.read("day.csv");
  csv += "1000," + std::string("0,0,0,0,0,0,0,0\n");
  bench.write("jump.csv", csv);
  EXPECT_THAT(replay({bench.file("jump.csv")}).output, HasSubstr("jump.csv:102:"));
  EXPECT_THAT(replay({bench.file("jump.csv"), "--assume-rate", "10"}).output, testing::Not(HasSubstr("jump.csv:102:")));
}

TEST_F(ReplayTest, FillsADatabase) {
  record(1800);
  ASSERT_EQ(replay({bench.file("day.csv"), "--database", bench.file("log.db")}).exit_code, 0);
  EXPECT_FALSE(bench.log_of_the_year().at("sittings").empty());
}

}  // namespace chairhub::replay_test
