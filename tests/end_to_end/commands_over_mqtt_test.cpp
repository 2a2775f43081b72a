// What its owner asks for over MQTT is done, answered, and survives a restart.

#include <csignal>

#include <gtest/gtest.h>

#include "tests/end_to_end/workbench.h"
#include "tests/support/mosquitto.h"

namespace chairhub::commands_over_mqtt_test {

class CommandsOverMqttTest : public testing::Test {
 protected:
  CommandsOverMqttTest() {
    bench.configure(
        R"({ driver = "simulated", scenario = "ordinary-office-day", speed = 1, start = "2026-03-02T08:59:40" })",
        broker.port());
    start();
  }
  void start() {
    hub = bench.start({"run", "--config", bench.file("hub.toml")});
    ASSERT_TRUE(hub->says("connected"));
  }
  void stop() {
    hub->signal(SIGTERM);
    EXPECT_EQ(hub->wait(), 0) << hub->output();
  }
  void ask(const std::string& topic, const std::string& payload) const {
    run({"/usr/bin/mosquitto_pub", "-p", std::to_string(broker.port()), "-t", "chairhub/desk/" + topic, "-m", payload,
         "-q", "1"});
  }

  Mosquitto broker;
  Workbench bench;
  Subscriber subscriber{broker.port()};
  std::unique_ptr<ChildProcess> hub;
};

TEST_F(CommandsOverMqttTest, AThresholdIsSetAnsweredAndKept) {
  subscriber.heard("chairhub/desk/availability online\n");
  ask("set/static_warn_min", "22");
  EXPECT_EQ(subscriber.payloads_of("chairhub/desk/settings", R"("static_warn_min":22)").back().at("static_warn_min"),
            22);
  stop();
  start();
  Subscriber later(broker.port());
  EXPECT_EQ(later.payloads_of("chairhub/desk/settings", "chairhub/desk/settings").back().at("static_warn_min"), 22);
}

TEST_F(CommandsOverMqttTest, WhatIsNotAllowedIsAnsweredWithWhatHolds) {
  subscriber.heard("chairhub/desk/availability online\n");
  ask("set/static_warn_min", "500");
  ASSERT_TRUE(hub->says("static_warn_min")) << hub->output();
  const auto diag = subscriber.payloads_of("chairhub/desk/diag", "static_warn_min cannot");
  EXPECT_NE(diag.back().at("last_refusal").get<std::string>().find("8 to 30"), std::string::npos);
  EXPECT_EQ(subscriber.payloads_of("chairhub/desk/settings", "chairhub/desk/settings").back().at("static_warn_min"),
            15);
}

TEST_F(CommandsOverMqttTest, PausingStopsEverythingThatIsSaidAboutTheSitter) {
  subscriber.heard("chairhub/desk/availability online\n");
  ask("set/pause", "ON");
  const auto states = subscriber.payloads_of("chairhub/desk/state", R"("posture":null)");
  EXPECT_TRUE(states.back().at("occupied").is_null());
}

TEST_F(CommandsOverMqttTest, SnoozingIsSaidWithItsEnd) {
  subscriber.heard("chairhub/desk/availability online\n");
  ask("cmd/snooze", "30");
  subscriber.heard("2026-03-02T0");
  stop();
}

}  // namespace chairhub::commands_over_mqtt_test
