// Wrong input of every kind: one clear sentence and the documented exit code.

#include <sys/stat.h>
#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/end_to_end/workbench.h"
#include "tests/support/places.h"

namespace chairhub::wrong_input_test {

using testing::HasSubstr;
using testing::Not;

constexpr const char* simulated = R"({ driver = "simulated", scenario = "ordinary-office-day", speed = 0 })";

class WrongInputTest : public testing::Test {
 protected:
  Finished run() const { return bench.chairhub({"run", "--config", bench.file("hub.toml")}); }
  Finished replay(const std::string& recording) const {
    return bench.chairhub({"replay", "--config", bench.file("hub.toml"), bench.file(recording)});
  }
  static void expect(const Finished& finished, int exit_code, const std::string& words) {
    EXPECT_EQ(finished.exit_code, exit_code) << finished.output;
    EXPECT_THAT(finished.output, HasSubstr(words));
    EXPECT_THAT(finished.output, Not(HasSubstr("terminate"))) << "it ends by itself, not by an abort";
  }

  Workbench bench;
};

TEST_F(WrongInputTest, AMistypedKeyIsNamedWithItsPlaceAndTheRightOne) {
  bench.configure(R"({ driver = "simulated", scenari = "ordinary-office-day" })");
  expect(run(), 78, "hub.toml:3:");
  expect(run(), 78, "scenario");
}

TEST_F(WrongInputTest, AMissingConfiguration) {
  expect(run(), 78, "hub.toml");
}

TEST_F(WrongInputTest, AnUnknownDriver) {
  bench.configure(R"({ driver = "simulatd" })");
  expect(run(), 78, "simulated");
}

TEST_F(WrongInputTest, AMissingScenario) {
  bench.configure(R"({ driver = "simulated", scenario = "ordinary-day-of" })");
  expect(run(), 78, "ordinary-day-of");
}

TEST_F(WrongInputTest, AMissingPasswordFile) {
  bench.configure(simulated);
  bench.write("hub.toml", bench.read("hub.toml") + "[mqtt]\nuser = \"chair\"\npassword_file = \"none\"\n");
  expect(run(), 78, "password_file");
}

TEST_F(WrongInputTest, ACalibrationOfAnotherChair) {
  bench.configure(simulated, 0, "calibration = \"other.toml\"\n");
  bench.write("other.toml", "made_at = 2026-03-02T08:00:00Z\n[[pad]]\nname = \"sofa\"\nzero = 0.0\nspan = 4095.0\n");
  expect(run(), 78, "other.toml");
}

TEST_F(WrongInputTest, ADatabaseFromTheFuture) {
  bench.configure(simulated);
  EXPECT_EQ(run().exit_code, 0);
  chairhub::run({"/usr/bin/sqlite3", bench.file("log.db"), "pragma user_version = 999;"});
  expect(run(), 1, "999");
}

TEST_F(WrongInputTest, AFileThatIsNoDatabase) {
  bench.configure(simulated);
  bench.write("log.db", std::string(5000, 'x'));
  expect(run(), 1, "log.db");
  EXPECT_EQ(bench.read("log.db"), std::string(5000, 'x')) << "nothing of it is lost";
}

TEST_F(WrongInputTest, AFolderThatIsNotThere) {
  bench.configure(simulated);
  bench.write("hub.toml", "[[chair]]\nid = \"desk\"\nkit = " + std::string(simulated) +
                              "\n[storage]\ndatabase = \"nowhere/log.db\"\n");
  expect(run(), 1, "nowhere");
}

TEST_F(WrongInputTest, AFolderThatIsReadOnly) {
  bench.configure(simulated);
  std::vector<std::string> command = {chairhub_program().string(), "run", "--config", bench.file("hub.toml")};
  // Root may write anywhere, unless it gives that up.
  if (::geteuid() == 0) command.insert(command.begin(), {"/usr/bin/setpriv", "--bounding-set=-dac_override"});
  ::chmod(bench.folder().c_str(), 0555);
  ChildProcess hub(command);
  const int exit_code = hub.wait();
  ::chmod(bench.folder().c_str(), 0755);
  expect({exit_code, hub.output()}, 1, "log.db");
  EXPECT_FALSE(std::filesystem::exists(bench.file("log.db")));
}

TEST_F(WrongInputTest, AFullDisk) {
  bench.configure(simulated);
  bench.write("hub.toml",
              "[[chair]]\nid = \"desk\"\nkit = " + std::string(simulated) + "\n[storage]\ndatabase = \"/dev/full\"\n");
  const Finished finished = run();
  EXPECT_EQ(finished.exit_code, 1) << finished.output;
  EXPECT_THAT(finished.output, HasSubstr("/dev/full"));
}

TEST_F(WrongInputTest, ARecordingThatIsNotThere) {
  bench.configure(simulated);
  expect(replay("none.csv"), 1, "none.csv");
}

TEST_F(WrongInputTest, ARecordingOfAnotherKit) {
  bench.configure(simulated);
  bench.write("other.csv", "t_ms,left,right\n0,1,2\n");
  expect(replay("other.csv"), 1, "seat_rl");
}

TEST_F(WrongInputTest, ARecordingWithoutRows) {
  bench.configure(simulated);
  bench.write("empty.csv", "");
  expect(replay("empty.csv"), 1, "empty.csv");
}

TEST_F(WrongInputTest, RecordingOverAFile) {
  bench.configure(simulated);
  bench.write("precious.csv", "mine");
  expect(bench.chairhub({"record", "--config", bench.file("hub.toml"), "-o", bench.file("precious.csv")}), 1,
         "precious.csv");
  EXPECT_EQ(bench.read("precious.csv"), "mine");
}

TEST_F(WrongInputTest, WrongUsage) {
  bench.configure(simulated);
  EXPECT_EQ(bench.chairhub({}).exit_code, 64);
  EXPECT_EQ(bench.chairhub({"dance"}).exit_code, 64);
  EXPECT_EQ(bench.chairhub({"replay", "--config", bench.file("hub.toml")}).exit_code, 64);
  expect(bench.chairhub({"log", "--config", bench.file("hub.toml"), "--day", "yesterday"}), 1, "log.db");
  run();
  expect(bench.chairhub({"log", "--config", bench.file("hub.toml"), "--day", "yesterday"}), 64, "2026-03-02");
  expect(bench.chairhub({"log", "--config", bench.file("hub.toml"), "--chair", "sofa"}), 64, "desk");
}

TEST_F(WrongInputTest, HelpIsNoError) {
  EXPECT_EQ(bench.chairhub({"--help"}).exit_code, 0);
  EXPECT_EQ(bench.chairhub({"--version"}).exit_code, 0);
}

}  // namespace chairhub::wrong_input_test
