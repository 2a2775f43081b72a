#include "hub/mqtt/connection.h"

#include <chrono>
#include <csignal>
#include <cstdio>
#include <fstream>

#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/mqtt/password.h"
#include "tests/mqtt/hub_client.h"
#include "tests/mqtt/listener.h"
#include "tests/mqtt/samples.h"
#include "tests/support/mosquitto.h"
#include "tests/support/places.h"

namespace chairhub::connection_test {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

Message said(const std::string& payload, std::uint32_t token, bool retain = true) {
  return {.topic = "chairhub/desk/availability", .payload = payload, .qos = 1, .retain = retain, .token = token};
}

// Both versions of MQTT that the configuration allows.
class EachProtocol : public ::testing::TestWithParam<int> {
 protected:
  ConnectionOptions options(const Mosquitto& broker) const {
    ConnectionOptions made = options_for(broker.port());
    made.protocol = GetParam();
    return made;
  }
};
INSTANTIATE_TEST_SUITE_P(Mqtt, EachProtocol, ::testing::Values(311, 5));

TEST_P(EachProtocol, PublishesRetainedStateAndLearnsThatItArrived) {
  Mosquitto broker;
  HubClient hub(options(broker));
  EXPECT_EQ(hub.connection->room(), 0u) << "not connected yet";
  ASSERT_TRUE(hub.connects());
  EXPECT_EQ(hub.connection->room(), Connection::max_in_flight);
  ASSERT_TRUE(hub.delivers(said("online", 7)));
  EXPECT_THAT(hub.delivered, ElementsAre(7));
  EXPECT_EQ(hub.connection->room(), Connection::max_in_flight);
  EXPECT_TRUE(Listener(broker.port()).hears("chairhub/desk/availability", "online"));
}

TEST_P(EachProtocol, ReceivesCommandsAndSeesWhichAreRetained) {
  Mosquitto broker;
  Listener other(broker.port());
  other.publish("chairhub/desk/set/alerts", "OFF", true);
  HubClient hub(options(broker));
  ASSERT_TRUE(hub.run_until([&] { return hub.received.size() == 1; }));
  EXPECT_TRUE(hub.received[0].retained);
  other.publish("chairhub/desk/cmd/snooze", "30", false);
  ASSERT_TRUE(hub.run_until([&] { return hub.received.size() == 2; }));
  EXPECT_EQ(hub.received[1].topic, "chairhub/desk/cmd/snooze");
  EXPECT_EQ(hub.received[1].payload, "30");
  EXPECT_FALSE(hub.received[1].retained);
}

TEST_P(EachProtocol, ComesBackAfterTheBrokerWasAway) {
  Mosquitto broker;
  HubClient hub(options(broker));
  ASSERT_TRUE(hub.connects());
  broker.kill();
  ASSERT_TRUE(hub.run_until([&] { return !hub.connection->is_connected(); }));
  EXPECT_THAT(hub.reasons, Contains(HasSubstr("was lost")));
  broker.start();
  hub.skip(Seconds{2});
  ASSERT_TRUE(hub.connects());
  EXPECT_TRUE(hub.delivers(said("online", 1)));
  Listener(broker.port()).publish("chairhub/desk/set/alerts", "ON", false);
  EXPECT_TRUE(hub.run_until([&] { return hub.received.size() == 1; })) << "subscribed again";
}

TEST_P(EachProtocol, SaysThatTheUserIsRefusedAndAsksSlowly) {
  Mosquitto broker({.user = "hub", .password = "right"});
  ConnectionOptions wrong = options(broker);
  wrong.user = "hub";
  wrong.password = "wrong";
  HubClient hub(wrong);
  ASSERT_TRUE(hub.run_until([&] { return !hub.reasons.empty(); }));
  EXPECT_THAT(hub.reasons, ElementsAre(AllOf(HasSubstr("refused the user 'hub'"), HasSubstr("mqtt.password_file"))));
  hub.run_until([&] { return hub.next_attempt.has_value(); });
  EXPECT_GT(*hub.next_attempt - hub.now(), Seconds{50});
  hub.skip(Seconds{61});
  EXPECT_TRUE(hub.run_until([&] { return hub.reasons.size() == 2; })) << "it keeps asking";

  ConnectionOptions right = options(broker);
  right.user = "hub";
  right.password = "right";
  EXPECT_TRUE(HubClient(right).connects());
}

TEST_P(EachProtocol, LeavesAWillForWhenItIsKilled) {
  Mosquitto broker;
  ChildProcess hub({mortal_hub_program(), std::to_string(broker.port()), std::to_string(GetParam())});
  ASSERT_TRUE(hub.says("online")) << hub.output();
  Listener listener(broker.port());
  ASSERT_TRUE(listener.hears("chairhub/desk/availability", "online"));
  hub.signal(SIGKILL);
  EXPECT_TRUE(listener.hears("chairhub/desk/availability", "offline"));
  EXPECT_TRUE(Listener(broker.port()).hears("chairhub/desk/availability", "offline")) << "and it is retained";
}

TEST(Connection, SaysWhereItCannotReachABroker) {
  Mosquitto broker;
  broker.stop();
  HubClient hub(options_for(broker.port()));
  ASSERT_TRUE(hub.run_until([&] { return !hub.reasons.empty(); }));
  EXPECT_THAT(hub.reasons, ElementsAre(HasSubstr("127.0.0.1:" + std::to_string(broker.port()) + " cannot be reached")));
  hub.run_until([&] { return hub.next_attempt.has_value(); });
  EXPECT_LE(*hub.next_attempt - hub.now(), Seconds{1});
}

TEST_P(EachProtocol, SaysThatASubscriptionIsNotAllowed) {
  Mosquitto broker({.refuses_subscriptions = true});
  HubClient hub(options(broker));
  ASSERT_TRUE(hub.run_until([&] { return !hub.reasons.empty(); }));
  EXPECT_THAT(hub.reasons.front(), HasSubstr("refused the subscription to chairhub/desk/"));
  EXPECT_TRUE(hub.connection->is_connected()) << "what the hub says is still of use";
}

TEST(Connection, GivesUpWhatWasInFlightWhenTheBrokerIsGone) {
  Mosquitto broker;
  HubClient hub(options_for(broker.port()));
  ASSERT_TRUE(hub.connects());
  broker.freeze();
  for (std::uint32_t token = 1; token <= Connection::max_in_flight; ++token)
    hub.connection->publish(said("online", token));
  EXPECT_EQ(hub.connection->room(), 0u) << "no more than that wait for an answer";
  broker.kill();
  broker.start();
  ASSERT_TRUE(hub.run_until([&] { return !hub.connection->is_connected(); }));
  hub.skip(Seconds{2});
  ASSERT_TRUE(hub.connects());
  EXPECT_EQ(hub.connection->room(), Connection::max_in_flight);
}

TEST(Connection, SaysGoodbyeBeforeItCloses) {
  Mosquitto broker;
  HubClient hub(options_for(broker.port()));
  ASSERT_TRUE(hub.connects());
  hub.connection->publish(said("offline", 1));
  hub.connection->close(Seconds{2});
  EXPECT_TRUE(Listener(broker.port()).hears("chairhub/desk/availability", "offline"));
}

TEST(Connection, ClosesWithinTwoSecondsWhenTheBrokerAnswersNothing) {
  Mosquitto broker;
  HubClient hub(options_for(broker.port()));
  ASSERT_TRUE(hub.connects());
  broker.freeze();
  hub.connection->publish(said("offline", 1));
  const auto before = std::chrono::steady_clock::now();
  hub.connection->close(Seconds{2});
  hub.connection.reset();
  EXPECT_LT(std::chrono::steady_clock::now() - before, Millis{2500}) << "two seconds and a busy machine";
}

TEST(Connection, CanGoAtAnyMoment) {
  Mosquitto broker;
  for (int turns = 0; turns < 20; ++turns) {
    HubClient hub(options_for(broker.port()));
    int left = turns;
    hub.run_until([&] { return left-- <= 0; });
    hub.connection->publish(said("online", 1));
  }
}

class Tls : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { broker_ = new Mosquitto({.tls = true, .asks_for_client_certificate = true}); }
  static void TearDownTestSuite() { delete broker_; }

  static ConnectionOptions options() {
    ConnectionOptions made = options_for(broker_->port());
    made.host = "localhost";
    made.tls = true;
    made.ca_file = broker_->file("ca.crt");
    made.client_cert_file = broker_->file("client.crt");
    made.client_key_file = broker_->file("client.key");
    return made;
  }
  static Mosquitto* broker_;
};
Mosquitto* Tls::broker_ = nullptr;

TEST_F(Tls, ConnectsWithTheRightCertificates) {
  HubClient hub(options());
  ASSERT_TRUE(hub.connects());
  EXPECT_TRUE(hub.delivers(said("online", 1)));
}

TEST_F(Tls, DoesNotTrustAnotherAuthority) {
  ConnectionOptions wrong = options();
  wrong.ca_file = broker_->file("stranger.crt");
  HubClient hub(wrong);
  ASSERT_TRUE(hub.run_until([&] { return !hub.reasons.empty(); }));
  EXPECT_THAT(hub.reasons, ElementsAre(HasSubstr("mqtt.ca_file")));
}

TEST_F(Tls, IsRefusedWithoutItsOwnCertificate) {
  ConnectionOptions wrong = options();
  wrong.client_cert_file.clear();
  wrong.client_key_file.clear();
  HubClient hub(wrong);
  EXPECT_TRUE(hub.run_until([&] { return !hub.reasons.empty(); }));
}

TEST_F(Tls, RefusesFilesThatAreNotThere) {
  ConnectionOptions wrong = options();
  wrong.ca_file = broker_->file("nothing.crt");
  const auto made = Connection::make(wrong, [](const MqttEvent&) {}, [] { return 0.0; });
  ASSERT_FALSE(made);
  EXPECT_THAT(made.error().message, AllOf(HasSubstr("mqtt.ca_file"), HasSubstr("nothing.crt cannot be read")));
}

TEST(Password, IsTheFirstLineOfItsFile) {
  const std::string file = ::testing::TempDir() + "chairhub_password_" + std::to_string(::getpid());
  std::ofstream(file) << "s3cret with a blank \r\nsecond line\n";
  EXPECT_EQ(read_password(file).value(), "s3cret with a blank ");
  std::ofstream(file) << "";
  EXPECT_THAT(read_password(file).error().message, HasSubstr("no password"));
  std::remove(file.c_str());
  EXPECT_THAT(read_password(file).error().message, HasSubstr("cannot be read"));
}

}  // namespace chairhub::connection_test
