// Forgetting leaves nothing: not in the log, not in the broker.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/end_to_end/workbench.h"
#include "tests/support/mosquitto.h"

namespace chairhub::forget_test {

using testing::HasSubstr;
using testing::Not;

class ForgetTest : public testing::Test {
 protected:
  ForgetTest() { run_hub("desk", broker.port()); }
  void configure(const std::string& chair, const std::string& speed, int port) const {
    bench.configure(
        R"({ driver = "simulated", scenario = "bent-forward", start = "2026-03-02T08:59:40", speed = )" + speed + " }",
        port);
    std::string text = bench.read("hub.toml");
    text.replace(text.find("desk"), 4, chair);
    bench.write("hub.toml", text);
  }
  void run_hub(const std::string& chair, int port) const {
    configure(chair, "0", port);
    const Finished run = bench.chairhub({"run", "--config", bench.file("hub.toml")});
    EXPECT_EQ(run.exit_code, 0) << run.output;
  }
  Finished forget(const std::vector<std::string>& more) const {
    std::vector<std::string> arguments = {"forget", "--config", bench.file("hub.toml"), "--yes"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return bench.chairhub(arguments);
  }
  // Topics of everything the broker still keeps. The listener ends at the first message that is not retained,
  // which is ours and comes behind all others.
  std::string retained() const {
    const std::string port = std::to_string(broker.port());
    run({"/usr/bin/mosquitto_pub", "-p", port, "-t", "test/last", "-m", "1", "-r"});
    ChildProcess listener({"/usr/bin/mosquitto_sub", "-p", port, "-t", "#", "--retained-only", "-F", "%t"});
    EXPECT_TRUE(listener.says("test/last"));
    run({"/usr/bin/mosquitto_pub", "-p", port, "-t", "test/end", "-m", "1"});
    listener.wait();
    return listener.output();
  }

  Mosquitto broker;
  Workbench bench;
};

TEST_F(ForgetTest, TakesEverythingOutOfTheBroker) {
  ASSERT_THAT(retained(), HasSubstr("homeassistant/device/"));
  ASSERT_EQ(forget({"--broker"}).exit_code, 0);
  EXPECT_THAT(retained(), Not(HasSubstr("homeassistant/")));
  EXPECT_THAT(retained(), Not(HasSubstr("chairhub/")));
}

TEST_F(ForgetTest, AChairThatIsGoneLeavesTheBrokerAlsoWhenThatCouldNotHearOfItAtFirst) {
  run_hub("sofa", 1);  // where no broker is
  ASSERT_THAT(retained(), HasSubstr("_desk/config"));
  configure("sofa", "1", broker.port());
  const auto hub = bench.start({"run", "--config", bench.file("hub.toml")});
  ChildProcess listener(
      {"/usr/bin/mosquitto_sub", "-p", std::to_string(broker.port()), "-t", "homeassistant/#", "-F", "%t"});
  EXPECT_TRUE(listener.says("_sofa/config"));
  EXPECT_THAT(retained(), Not(HasSubstr("desk")));
  EXPECT_THAT(retained(), HasSubstr("_sofa/config"));
}

TEST_F(ForgetTest, TakesADayOutOfTheLog) {
  ASSERT_FALSE(bench.log_of_the_year().at("sittings").empty());
  ASSERT_EQ(forget({"--log", "--from", "2026-03-02", "--to", "2026-03-02"}).exit_code, 0);
  EXPECT_TRUE(bench.log_of_the_year().at("sittings").empty());
}

TEST_F(ForgetTest, AsksFirst) {
  const Finished asked = bench.chairhub({"forget", "--config", bench.file("hub.toml"), "--log"});
  EXPECT_EQ(asked.exit_code, 1);
  EXPECT_THAT(asked.output, HasSubstr("nothing was deleted"));
  EXPECT_FALSE(bench.log_of_the_year().at("sittings").empty());
}

TEST_F(ForgetTest, WantsToKnowWhatToForget) {
  EXPECT_EQ(forget({}).exit_code, 64);
}

}  // namespace chairhub::forget_test
