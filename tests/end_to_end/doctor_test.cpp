// `chairhub doctor` on this machine, with a real broker. What else is wrong
// with the machine that the test runs on is not looked at.

#include <csignal>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/end_to_end/workbench.h"
#include "tests/support/mosquitto.h"

namespace chairhub::doctor_test {

using testing::HasSubstr;
using testing::Not;

constexpr auto simulated = R"({ driver = "simulated", scenario = "ordinary-office-day", speed = 0 })";

class DoctorTest : public testing::Test {
 protected:
  // Asks for JSON and keeps it.
  void ask() {
    finished = bench.chairhub({"doctor", "--config", bench.file("hub.toml"), "--json"});
    all = nlohmann::json::parse(finished.output, nullptr, false);
    ASSERT_FALSE(all.is_discarded()) << finished.output;
  }
  // Null when it was not found.
  nlohmann::json finding(const std::string& name) const {
    for (const nlohmann::json& one : all.at("findings"))
      if (one.at("name") == name) return one;
    return nullptr;
  }
  void expect(const std::string& name, const std::string& severity, const std::string& words) const {
    const nlohmann::json found = finding(name);
    ASSERT_FALSE(found.is_null()) << name << " is not in " << finished.output;
    EXPECT_EQ(found.at("severity"), severity);
    EXPECT_THAT(found.at("what").get<std::string>(), HasSubstr(words));
  }
  std::string place(const Mosquitto& broker) const { return "127.0.0.1:" + std::to_string(broker.port()); }

  Workbench bench;
  Finished finished;
  nlohmann::json all;
};

TEST_F(DoctorTest, AHealthyChairAndBroker) {
  const Mosquitto broker;
  bench.configure(simulated, broker.port());
  ask();
  expect("kit.answers", "ok", "pads read");
  expect("broker.answers", "ok", place(broker));
  expect("home_assistant.unknown", "note", "homeassistant/status");
  expect("log.none", "note", "log.db");
}

TEST_F(DoctorTest, ItLeavesNothingInTheBrokerAndNoLog) {
  const Mosquitto broker;
  bench.configure(simulated, broker.port());
  Subscriber subscriber(broker.port());
  ask();
  for (const auto& [topic, payload] : subscriber.heard("chairhub/desk/doctor "))
    EXPECT_TRUE(topic == "chairhub/desk/doctor" || topic.starts_with("test/")) << topic;
  Subscriber later(broker.port());
  for (const auto& [topic, payload] : later.heard("test/ready")) EXPECT_EQ(topic.substr(0, 5), "test/");
  EXPECT_FALSE(std::filesystem::exists(bench.file("log.db")));
}

TEST_F(DoctorTest, TheLogAndHomeAssistantAfterARun) {
  const Mosquitto broker;
  bench.configure(simulated, broker.port());
  ASSERT_EQ(bench.chairhub({"run", "--config", bench.file("hub.toml")}).exit_code, 0);
  run({"/usr/bin/mosquitto_pub", "-p", std::to_string(broker.port()), "-t", "homeassistant/status", "-m", "online",
       "-r"});
  ask();
  expect("log.opens", "ok", "schema version");
  expect("home_assistant.online", "ok", "homeassistant/status says online");
}

TEST_F(DoctorTest, WhileTheHubRunsItsKitIsLeftAlone) {
  const Mosquitto broker;
  bench.configure(R"({ driver = "simulated", scenario = "ordinary-office-day", speed = 1 })", broker.port());
  Subscriber subscriber(broker.port());
  const auto hub = bench.start({"run", "--config", bench.file("hub.toml")});
  subscriber.heard("chairhub/desk/availability online\n");
  ask();
  expect("hub.running", "ok", "as process");
  expect("kit.in_use", "note", "not scanned");
  expect("broker.answers", "ok", place(broker));
  EXPECT_TRUE(finding("broker.hub_offline").is_null()) << finished.output;
  for (const auto& [topic, payload] : subscriber.heard("chairhub/desk/doctor "))
    EXPECT_FALSE(topic == "chairhub/desk/availability" && payload == "offline") << "the hub was thrown out";
  hub->signal(SIGTERM);
  EXPECT_EQ(hub->wait(), 0) << hub->output();
}

TEST_F(DoctorTest, ABrokerThatIsNotThere) {
  Mosquitto broker;
  broker.stop();
  bench.configure(simulated, broker.port());
  ask();
  EXPECT_EQ(finished.exit_code, 1);
  expect("broker.closed", "problem", place(broker) + " cannot be reached");
}

TEST_F(DoctorTest, AWrongPassword) {
  const Mosquitto broker({.user = "chair", .password = "right"});
  bench.configure(simulated, broker.port());
  bench.write("password", "wrong\n");
  bench.write("hub.toml", bench.read("hub.toml") + "user = \"chair\"\npassword_file = \"password\"\n");
  ask();
  EXPECT_EQ(finished.exit_code, 1);
  expect("broker.refuses_user", "problem", "refused the user 'chair'");
  bench.write("password", "right\n");
  ask();
  expect("broker.answers", "ok", place(broker));
}

TEST_F(DoctorTest, ABrokerWhoseCertificateAStrangerSigned) {
  const Mosquitto broker({.tls = true});
  bench.configure(simulated, broker.port());
  const std::string without_ca = bench.read("hub.toml") + "tls = true\n";
  bench.write("hub.toml", without_ca + "ca_file = \"" + broker.file("stranger.crt") + "\"\n");
  ask();
  EXPECT_EQ(finished.exit_code, 1);
  expect("broker.tls", "problem", "it is TLS that does not come about");
  bench.write("hub.toml", without_ca + "ca_file = \"" + broker.file("ca.crt") + "\"\n");
  ask();
  expect("broker.answers", "ok", place(broker));
}

TEST_F(DoctorTest, ABrokerThatWantsTlsAndIsAskedWithout) {
  const Mosquitto broker({.tls = true});
  bench.configure(simulated, broker.port());
  ask();
  expect("broker.not_mqtt", "problem", place(broker));
}

TEST_F(DoctorTest, ABrokerThatForbidsToListen) {
  const Mosquitto broker({.refuses_subscriptions = true});
  bench.configure(simulated, broker.port());
  ask();
  expect("broker.forbids", "problem", "refused the subscription");
}

TEST_F(DoctorTest, ABusThatDoesNotExist) {
  bench.configure(R"({ driver = "ads1115", bus = "/dev/i2c-237" })");
  ask();
  EXPECT_EQ(finished.exit_code, 1);
  expect("i2c.missing", "problem", "hub.toml:3:");
  expect("i2c.missing", "problem", "there is no /dev/i2c-237");
  EXPECT_TRUE(finding("kit.refused").is_null()) << "one trouble is told once";
  expect("broker.none", "note", "has no [mqtt]");
}

TEST_F(DoctorTest, AKitThatCannotBeMadeDoesNotEndTheExamination) {
  bench.configure(R"({ driver = "replay", file = "none.csv" })");
  ask();
  EXPECT_EQ(finished.exit_code, 1);
  expect("kit.refused", "problem", "none.csv");
  expect("log.none", "note", "log.db");
}

TEST_F(DoctorTest, TheTableHasNoColoursInAFile) {
  bench.configure(simulated);
  const Finished table = bench.chairhub({"doctor", "--config", bench.file("hub.toml")});
  EXPECT_THAT(table.output, HasSubstr("\nchair desk\n  note     kit.simulated"));
  EXPECT_THAT(table.output, Not(HasSubstr("\x1b")));
}

TEST_F(DoctorTest, AConfigurationThatCannotBeReadEndsAsEverywhere) {
  EXPECT_EQ(bench.chairhub({"doctor", "--config", bench.file("hub.toml")}).exit_code, 78);
  EXPECT_EQ(bench.chairhub({"doctor", "--seconds", "0"}).exit_code, 64);
}

}  // namespace chairhub::doctor_test
