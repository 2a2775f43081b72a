// Exercises, answers and goals from a terminal, with and without a hub.

#include <csignal>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/end_to_end/workbench.h"
#include "tests/support/mosquitto.h"

namespace chairhub::coach_test {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr auto kit = R"({ driver = "simulated", scenario = "bent-forward", speed = 0, start = "2026-03-02T08:59:40" })";
constexpr auto slow_kit =
    R"({ driver = "simulated", scenario = "ordinary-office-day", speed = 1, start = "2026-03-02T08:59:40" })";

class CoachCommandTest : public testing::Test {
 protected:
  Finished coach(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"coach", "--config", bench.file("hub.toml")});
    return bench.chairhub(more);
  }
  Workbench bench;
};

TEST_F(CoachCommandTest, PrintsThePlanInTheLanguageOfTheConfiguration) {
  bench.configure(kit);
  ASSERT_EQ(bench.chairhub({"run", "--config", bench.file("hub.toml")}).exit_code, 0);
  const Finished english = coach();
  EXPECT_EQ(english.exit_code, 0) << english.output;
  EXPECT_THAT(english.output, AllOf(HasSubstr("Stretches"), HasSubstr("1. "), HasSubstr("Not a medical device")));
  bench.write("hub.toml", "language = \"de\"\n" + bench.read("hub.toml"));
  EXPECT_THAT(coach().output, AllOf(HasSubstr("Dehnen"), HasSubstr("Kein Medizinprodukt"), Not(HasSubstr("Stretch"))));
}

TEST_F(CoachCommandTest, WithoutABrokerItSaysThatTheHubCannotBeReached) {
  bench.configure(kit);
  const Finished told = coach({"--done", "side_bend"});
  EXPECT_EQ(told.exit_code, 1);
  EXPECT_THAT(told.output, HasSubstr("has no [mqtt]"));
}

TEST_F(CoachCommandTest, WithoutAHubNobodyWouldHear) {
  const Mosquitto broker;
  bench.configure(kit, broker.port());
  ASSERT_EQ(bench.chairhub({"run", "--config", bench.file("hub.toml")}).exit_code, 0);
  const Finished told = coach({"--done", "side_bend"});
  EXPECT_EQ(told.exit_code, 1);
  EXPECT_THAT(told.output, HasSubstr("the hub does not run"));
}

TEST_F(CoachCommandTest, AnUnknownExerciseIsAnsweredWithThoseThereAre) {
  bench.configure(kit);
  const Finished told = coach({"--hurts", "push_up"});
  EXPECT_EQ(told.exit_code, 64);
  EXPECT_THAT(told.output, HasSubstr("back_extension"));
}

TEST_F(CoachCommandTest, AnAnswerReachesTheRunningHubAndSurvivesIt) {
  const Mosquitto broker;
  bench.configure(slow_kit, broker.port());
  Subscriber subscriber(broker.port());
  const auto hub = bench.start({"run", "--config", bench.file("hub.toml"), "--story"});
  subscriber.heard("chairhub/desk/availability online\n");
  const Finished told = coach({"--hurts", "side_bend"});
  EXPECT_EQ(told.exit_code, 0) << told.output;
  subscriber.heard("chairhub/desk/cmd/exercise hurts side_bend\n");
  EXPECT_TRUE(hub->says("exercise side_bend: hurts")) << hub->output();
  for (const auto& [topic, payload] : subscriber.heard("chairhub/desk/state")) {
    EXPECT_FALSE(topic == "chairhub/desk/availability" && payload == "offline") << "asking speaks for the hub";
  }
  hub->signal(SIGTERM);
  EXPECT_EQ(hub->wait(), 0) << hub->output();
  EXPECT_THAT(coach().output, HasSubstr("Retired because it hurt\n  side_bend"));
}

TEST_F(CoachCommandTest, GoalsAreATableOrJson) {
  bench.configure(kit);
  ASSERT_EQ(bench.chairhub({"run", "--config", bench.file("hub.toml")}).exit_code, 0);
  const Finished table = bench.chairhub({"goals", "--config", bench.file("hub.toml")});
  EXPECT_EQ(table.exit_code, 0) << table.output;
  EXPECT_THAT(table.output, AllOf(HasSubstr("Posture shifts an hour"), HasSubstr("not enough days yet")));
  const Finished json = bench.chairhub({"goals", "--config", bench.file("hub.toml"), "--json"});
  const auto goals = nlohmann::json::parse(json.output).at(0);
  EXPECT_EQ(goals.at("chair"), "desk");
  EXPECT_EQ(goals.at("goal"), 20);
  EXPECT_EQ(goals.at("measures").at("breaks").at("change"), "not_enough_days");
  EXPECT_EQ(bench.chairhub({"goals", "--config", bench.file("hub.toml"), "--chair", "sofa"}).exit_code, 64);
}

}  // namespace chairhub::coach_test
