#include "hub/service/kit_topics.h"

#include <gmock/gmock.h>

#include "drivers/catalogue.h"

namespace chairhub::kit_topics_test {

using testing::HasSubstr;

class KitTopicsTest : public testing::Test {
 protected:
  // A chair with a wireless kit that sends below `topic`.
  void chair(const std::string& id, const std::string& topic = "") {
    ChairConfig chair;
    chair.chair = {id, id, {{"left", Zone::seat, -1, 0.5, {}}, {"right", Zone::seat, 1, 0.5, {}}}};
    chair.kit = {"wireless", 10, {{"topic", topic, "hub.toml:" + id}}, "hub.toml:1:1", "."};
    kits_.push_back(std::move(*make_kit(chair.kit, chair.chair)));
    config_.chairs.push_back(std::move(chair));
  }
  std::string refusal() {
    const auto topics = kit_topics(config_, kits_);
    return topics ? "accepted" : topics.error().message;
  }
  KitTopicsTest() { config_.mqtt.enabled = true; }

  Config config_;
  std::vector<std::unique_ptr<Kit>> kits_;
};

TEST_F(KitTopicsTest, AKitSendsBelowItsChairsTopicsUnlessItSaysOtherwise) {
  chair("desk");
  chair("sofa", "lab/esp-7");
  const auto topics = kit_topics(config_, kits_);
  ASSERT_TRUE(topics) << topics.error().message;
  EXPECT_EQ(topics->at(0).topic, "chairhub/desk/kit");
  EXPECT_EQ(topics->at(1).topic, "lab/esp-7");
  EXPECT_EQ(topics->at(1).chair, 1U);
  EXPECT_EQ(frames_topic(topics->at(1).topic), "lab/esp-7/frames");
  EXPECT_EQ(kit_availability_topic(topics->at(1).topic), "lab/esp-7/availability");
}

TEST_F(KitTopicsTest, RefusesATopicThatCannotBeOne) {
  chair("desk", "chairhub/+/kit");
  EXPECT_THAT(refusal(), HasSubstr("hub.toml:desk: topic 'chairhub/+/kit' has a wildcard"));
}

TEST_F(KitTopicsTest, RefusesTheHubsOwnTopics) {
  for (const std::string topic : {"chairhub/desk", "chairhub/desk/sensors", "chairhub/desk/set", "chairhub/desk/cmd"}) {
    kits_.clear();
    config_.chairs.clear();
    chair("desk", topic);
    EXPECT_THAT(refusal(), HasSubstr("the hub itself speaks or listens")) << topic;
  }
}

TEST_F(KitTopicsTest, RefusesTwoKitsOnOneTopic) {
  chair("desk", "lab/esp-7");
  chair("sofa", "lab/esp-7");
  EXPECT_EQ(refusal(),
            "hub.toml:sofa: the topic \"lab/esp-7\" is that of the chair desk; every kit needs one of its own");
}

TEST_F(KitTopicsTest, RefusesAWirelessKitWithoutABroker) {
  chair("desk");
  config_.mqtt.enabled = false;
  EXPECT_THAT(refusal(), HasSubstr("write a [mqtt] table"));
}

}  // namespace chairhub::kit_topics_test
