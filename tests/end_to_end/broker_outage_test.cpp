// The broker goes and comes back under a running hub.

#include <csignal>
#include <map>

#include <gtest/gtest.h>

#include "tests/end_to_end/workbench.h"
#include "tests/support/mosquitto.h"

namespace chairhub::broker_outage_test {

using nlohmann::json;

// Bent forward again and again, an alert every 25 minutes of a day that lasts for ever.
constexpr const char* bending =
    "seed 3\n"
    "08:59 stand\n"
    "09:00 sit supported\n"
    "09:02 sit bent_forward 12min\n"
    "09:14 sit supported 13min\n"
    "09:27 sit bent_forward 12min\n"
    "09:39 sit supported 13min\n"
    "09:52 stand 10min\n"
    "10:02 sit unsupported_upright 28min\n"
    "10:30 stand\n"
    "10:40 end\n";

class BrokerOutageTest : public testing::Test {
 protected:
  void start_hub(const std::string& speed) {
    bench.write("bending.scenario", bending);
    bench.configure("{ driver = \"simulated\", scenario = \"bending.scenario\", speed = " + speed +
                        ", start = \"2026-03-02T08:59\" }",
                    broker.port());
    hub = bench.start({"run", "--config", bench.file("hub.toml"), "--story"});
  }

  Mosquitto broker;
  Workbench bench;
  std::unique_ptr<ChildProcess> hub;
};

TEST_F(BrokerOutageTest, AlertsOfTheOutageAreMissedOnesAfterwards) {
  start_hub("600");
  ASSERT_TRUE(hub->says("connected"));
  broker.stop();
  ASSERT_TRUE(hub->says("ALERT", std::chrono::seconds(60))) << hub->output();
  ASSERT_TRUE(hub->says("gets up", std::chrono::seconds(60))) << hub->output();
  broker.start();
  Subscriber subscriber(broker.port());
  hub.reset();  // whatever it was doing
  hub = bench.start({"run", "--config", bench.file("hub.toml"), "--story"});

  const auto missed = subscriber.payloads_of("chairhub/desk/alert/missed", "chairhub/desk/alert/missed");
  ASSERT_FALSE(missed.empty());
  EXPECT_EQ(missed.front().at("id"), 1);
}

TEST_F(BrokerOutageTest, EveryAlertIsLoggedOnceAndArrivesOnce) {
  Subscriber before(broker.port());
  start_hub("600");
  before.heard("chairhub/desk/state");
  broker.kill();
  ASSERT_TRUE(hub->says("ALERT", std::chrono::seconds(60))) << hub->output();
  broker.start();
  Subscriber after(broker.port());
  const auto heard = after.heard("chairhub/desk/availability offline\n");
  EXPECT_EQ(hub->wait(), 0) << hub->output();

  std::map<json, int> arrivals;
  for (const auto& message : heard)
    if (message.topic == "chairhub/desk/alert" || message.topic == "chairhub/desk/alert/missed")
      ++arrivals[json::parse(message.payload).at("id")];
  const json log = bench.log_of_the_year();
  ASSERT_FALSE(log.at("alerts").empty());
  EXPECT_EQ(arrivals.size(), log.at("alerts").size());
  for (const auto& [id, times] : arrivals) EXPECT_EQ(times, 1) << "alert " << id;
}

TEST_F(BrokerOutageTest, StatesAreRightAgainWhenItIsBack) {
  start_hub("60");
  ASSERT_TRUE(hub->says("connected"));
  broker.kill();
  ASSERT_TRUE(hub->says("warning: mqtt"));
  broker.start();
  Subscriber subscriber(broker.port());
  subscriber.heard("chairhub/desk/availability online\n");
  EXPECT_TRUE(subscriber.payloads_of("chairhub/desk/state", "chairhub/desk/state").back().at("posture").is_string());
  hub->signal(SIGTERM);
  EXPECT_EQ(hub->wait(), 0) << hub->output();
}

TEST_F(BrokerOutageTest, AHubWithoutABrokerKeepsItsLog) {
  broker.stop();
  start_hub("0");
  EXPECT_EQ(hub->wait(), 0) << hub->output();
  EXPECT_FALSE(bench.log_of_the_year().at("alerts").empty());
}

}  // namespace chairhub::broker_outage_test
