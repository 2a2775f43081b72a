#include "hub/service/privacy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace chairhub::privacy_test {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Config with_broker() {
  Config config;
  config.mqtt.enabled = true;
  config.mqtt.host = "broker.home";
  config.mqtt.port = 8883;
  return config;
}

TEST(Privacy, NothingLeavesWithoutABroker) {
  EXPECT_EQ(privacy_tier(Config().mqtt), "nothing");
  EXPECT_THAT(leaves_the_hub(Config(), Language::english), ElementsAre(HasSubstr("Nothing")));
  EXPECT_THAT(leaves_the_hub(Config(), Language::german), ElementsAre(HasSubstr("Nichts")));
}

TEST(Privacy, NamesTheBrokerAndWhoReadsThere) {
  Config config = with_broker();
  EXPECT_EQ(privacy_tier(config.mqtt), "summaries");
  EXPECT_THAT(leaves_the_hub(config, Language::english),
              ElementsAre(HasSubstr("broker.home:8883"), HasSubstr("Home Assistant")));
  config.mqtt.discovery = DiscoveryStyle::off;
  EXPECT_THAT(leaves_the_hub(config, Language::english), ElementsAre(HasSubstr("broker.home:8883")));
}

TEST(Privacy, SaysThatRawCountsGoTooAndThatThePageIsOpen) {
  Config config = with_broker();
  config.mqtt.discovery = DiscoveryStyle::off;
  config.mqtt.pads_every_s = 10;
  config.web.address = "0.0.0.0";
  EXPECT_EQ(privacy_tier(config.mqtt), "raw");
  EXPECT_THAT(leaves_the_hub(config, Language::english),
              ElementsAre(HasSubstr("broker.home"), HasSubstr("every 10 s"), HasSubstr("from the network")));
}

}  // namespace chairhub::privacy_test
