// A visit at a real broker.

#include "hub/service/broker_visit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/mosquitto.h"

namespace chairhub::broker_visit_test {

using testing::HasSubstr;

class BrokerVisitTest : public testing::Test {
 protected:
  static ConnectionOptions options(const Mosquitto& broker) {
    ConnectionOptions made;
    made.host = "127.0.0.1";
    made.port = broker.port();
    made.client_id = "visitor";
    made.subscriptions = {"test/#"};
    return made;
  }
  static bool anything(const MqttReceived&) { return true; }
};

TEST_F(BrokerVisitTest, HearsWhatIsKeptThereAndItsOwnWords) {
  const Mosquitto broker;
  run({"/usr/bin/mosquitto_pub", "-p", std::to_string(broker.port()), "-t", "test/kept", "-m", "1", "-r"});
  const auto visit = BrokerVisit::begin(options(broker));
  ASSERT_TRUE(visit);
  (*visit)->publish({.topic = "test/own", .payload = "2", .qos = 1, .retain = false, .token = 1});
  std::string heard;
  EXPECT_TRUE((*visit)->listen(
      [&heard](const MqttReceived& message) {
        heard += message.topic + (message.retained ? " kept " : " ");
        return message.topic == "test/own";
      },
      Seconds{20}));
  EXPECT_EQ(heard, "test/kept kept test/own ");
  (*visit)->leave();
}

TEST_F(BrokerVisitTest, WhatNeverComesIsNotWaitedForLongerThanAllowed) {
  const Mosquitto broker;
  const auto visit = BrokerVisit::begin(options(broker));
  ASSERT_TRUE(visit);
  EXPECT_FALSE((*visit)->listen(anything, Millis{50}));
}

TEST_F(BrokerVisitTest, TheFirstRefusalDecides) {
  const Mosquitto broker({.user = "chair", .password = "right"});
  ConnectionOptions wrong = options(broker);
  wrong.user = "chair";
  wrong.password = "wrong";
  const auto visit = BrokerVisit::begin(std::move(wrong));
  ASSERT_FALSE(visit);
  EXPECT_TRUE(visit.error().wrong_user);
  EXPECT_THAT(visit.error().reason, HasSubstr("refused the user 'chair'"));
}

TEST_F(BrokerVisitTest, ABrokerThatIsGone) {
  Mosquitto broker;
  broker.stop();
  const auto visit = BrokerVisit::begin(options(broker));
  ASSERT_FALSE(visit);
  EXPECT_FALSE(visit.error().wrong_user);
  EXPECT_THAT(visit.error().reason, HasSubstr("cannot be reached"));
}

TEST_F(BrokerVisitTest, RemembersARefusedSubscription) {
  const Mosquitto broker({.refuses_subscriptions = true});
  const auto visit = BrokerVisit::begin(options(broker));
  ASSERT_TRUE(visit);
  for (int patience = 100; patience > 0 && (*visit)->refusal().empty(); --patience)
    EXPECT_FALSE((*visit)->listen(anything, Millis{200}));
  EXPECT_THAT((*visit)->refusal(), HasSubstr("refused the subscription to test/#"));
}

TEST_F(BrokerVisitTest, ABrokerThatGoesEndsTheListening) {
  Mosquitto broker;
  const auto visit = BrokerVisit::begin(options(broker));
  ASSERT_TRUE(visit);
  broker.kill();
  EXPECT_FALSE((*visit)->listen(anything, Seconds{20}));
}

}  // namespace chairhub::broker_visit_test
