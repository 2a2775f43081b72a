// What a visit at the broker means. The visit itself: tests/end_to_end/doctor_test.cpp.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/doctor/broker_check.h"
#include "tests/doctor/fake_machine.h"

namespace chairhub::broker_judgement_test {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class BrokerJudgementTest : public testing::Test {
 protected:
  BrokerJudgementTest() {
    config.mqtt.enabled = true;
    config.mqtt.host = "192.0.2.7";
    ChairConfig& chair = config.chairs.emplace_back();
    chair.chair.id = "desk";
    report.round_trip = Millis{3};
  }
  static std::vector<std::string> names(const Findings& findings) {
    std::vector<std::string> all;
    for (const Finding& finding : findings) all.push_back(finding.name);
    return all;
  }
  std::vector<std::string> judged(bool hub_runs = false) const { return names(judge_broker(config, report, hub_runs)); }
  std::vector<std::string> home_assistant() const { return names(judge_home_assistant(config.mqtt, report)); }

  Config config;
  BrokerReport report;
};

TEST_F(BrokerJudgementTest, NoBrokerIsOnlyANote) {
  config.mqtt.enabled = false;
  EXPECT_THAT(judged(), ElementsAre("broker.none"));
  EXPECT_THAT(home_assistant(), IsEmpty());
}

TEST_F(BrokerJudgementTest, WhyItDidNotLetUsInIsTheFinding) {
  report = {};
  report.trouble = "the MQTT broker at 192.0.2.7:1883 cannot be reached";
  const Findings found = judge_broker(config, report, true);
  ASSERT_THAT(names(found), ElementsAre("broker.closed"));
  EXPECT_EQ(found[0].severity, Severity::problem);
  EXPECT_THAT(found[0].cure, HasSubstr("mosquitto_pub -h 192.0.2.7 -p 1883"));
  EXPECT_THAT(home_assistant(), IsEmpty());
}

TEST_F(BrokerJudgementTest, APortThatAnswersNarrowsItDown) {
  report.trouble = "the MQTT broker at 192.0.2.7:1883 cannot be reached";
  report.port_answers = true;
  EXPECT_THAT(judged(), ElementsAre("broker.not_mqtt"));
  config.mqtt.tls = true;
  EXPECT_THAT(judged(), ElementsAre("broker.tls"));
  report.wrong_user = true;
  EXPECT_THAT(judged(), ElementsAre("broker.refuses_user"));
}

TEST_F(BrokerJudgementTest, AMessageThatComesBackIsAnAnswer) {
  EXPECT_THAT(judged(), ElementsAre("broker.answers"));
}

TEST_F(BrokerJudgementTest, AMessageThatDoesNotComeBackIsKeptByAnAccessList) {
  report.round_trip.reset();
  EXPECT_THAT(judged(), ElementsAre("broker.keeps"));
  report.refusal = "the MQTT broker at 192.0.2.7:1883 refused the subscription to chairhub/desk/doctor";
  EXPECT_THAT(judged(), ElementsAre("broker.forbids"));
}

TEST_F(BrokerJudgementTest, APasswordInPlainTextOverTheNetwork) {
  config.mqtt.user = "chair";
  EXPECT_THAT(judged(), ElementsAre("broker.answers", "broker.plain"));
  config.mqtt.host = "localhost";
  EXPECT_THAT(judged(), ElementsAre("broker.answers"));
}

TEST_F(BrokerJudgementTest, AHubElsewhereWithTheSameTopics) {
  report.retained["chairhub/desk/availability"] = "online";
  EXPECT_THAT(judged(false), ElementsAre("broker.answers", "broker.other_hub"));
  EXPECT_THAT(judged(true), ElementsAre("broker.answers"));
}

TEST_F(BrokerJudgementTest, AHubThatRunsAndIsNotThere) {
  EXPECT_THAT(judged(true), ElementsAre("broker.answers", "broker.hub_offline"));
}

TEST_F(BrokerJudgementTest, AHubWithoutItsSensors) {
  report.retained["chairhub/desk/availability"] = "online";
  report.retained["chairhub/desk/sensors/availability"] = "offline";
  EXPECT_THAT(judged(true), ElementsAre("broker.answers", "broker.sensors_offline"));
}

TEST_F(BrokerJudgementTest, HomeAssistantThatLeftItsBirthIsOnline) {
  report.retained["homeassistant/status"] = "online";
  EXPECT_THAT(home_assistant(), ElementsAre("home_assistant.online"));
  report.retained["homeassistant/status"] = "offline";
  EXPECT_THAT(home_assistant(), ElementsAre("home_assistant.offline"));
}

TEST_F(BrokerJudgementTest, WithoutABirthOnlyTheAnnouncedDevicesAreCounted) {
  report.retained["homeassistant/device/chairhub_0000_desk/config"] = "{}";
  const Findings found = judge_home_assistant(config.mqtt, report);
  ASSERT_THAT(names(found), ElementsAre("home_assistant.unknown"));
  EXPECT_THAT(found[0].what, HasSubstr("; 1 device is announced"));
}

TEST_F(BrokerJudgementTest, WhoDoesNotWantHomeAssistantIsNotToldOfIt) {
  config.mqtt.discovery = DiscoveryStyle::off;
  EXPECT_THAT(home_assistant(), IsEmpty());
}

TEST_F(BrokerJudgementTest, APasswordThatEverybodyMayRead) {
  const FakeMachine pi;
  config.mqtt.password_file = "/etc/chairhub/password";
  EXPECT_THAT(names(check_password_file(pi.machine, config.mqtt)), IsEmpty());
  pi.has("/etc/chairhub/password", "secret\n");
  ::chmod(pi.machine.at("/etc/chairhub/password").c_str(), 0644);
  EXPECT_THAT(names(check_password_file(pi.machine, config.mqtt)), ElementsAre("broker.password_open"));
  ::chmod(pi.machine.at("/etc/chairhub/password").c_str(), 0640);
  EXPECT_THAT(names(check_password_file(pi.machine, config.mqtt)), IsEmpty());
}

}  // namespace chairhub::broker_judgement_test
