#include "hub/mqtt/topics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/core/utf8.h"
#include "hub/mqtt/forget.h"

namespace chairhub::topics_test {

using namespace std::string_literals;
using ::testing::AllOf;
using ::testing::Field;
using ::testing::HasSubstr;

TEST(Topics, HangUnderRootAndChair) {
  const Topics topics = chair_topics("house/chairs", "desk-2").value();
  EXPECT_EQ(topics.availability, "house/chairs/desk-2/availability");
  EXPECT_EQ(topics.sensors_availability, "house/chairs/desk-2/sensors/availability");
  EXPECT_EQ(topics.state, "house/chairs/desk-2/state");
  EXPECT_EQ(topics.settings, "house/chairs/desk-2/settings");
  EXPECT_EQ(topics.diag, "house/chairs/desk-2/diag");
  EXPECT_EQ(topics.calibration, "house/chairs/desk-2/calibration");
  EXPECT_EQ(topics.obeyed, "house/chairs/desk-2/obeyed");
  EXPECT_EQ(topics.pads, "house/chairs/desk-2/pads");
  EXPECT_EQ(topics.alert, "house/chairs/desk-2/alert");
  EXPECT_EQ(topics.alert_missed, "house/chairs/desk-2/alert/missed");
  EXPECT_EQ(topics.set_filter(), "house/chairs/desk-2/set/+");
  EXPECT_EQ(topics.cmd_filter(), "house/chairs/desk-2/cmd/+");
}

TEST(Topics, RefuseARootThatIsNoTopic) {
  for (const std::string& root : {""s, "/"s, "/a"s, "a/"s, "a//b"s, "a/+"s, "#"s, "a\0b"s, "a\nb"s, "$SYS"s, "a\xff"s,
                                  "\xed\xa0\x80"s, std::string(129, 'a')}) {
    const auto topics = chair_topics(root, "desk");
    ASSERT_FALSE(topics) << quote(root);
    EXPECT_THAT(topics.error().message, AllOf(HasSubstr("mqtt.topic_root"), HasSubstr("without '+' and '#'")));
    EXPECT_TRUE(is_utf8(topics.error().message));
  }
}

TEST(Topics, TakeARootInAnyLanguage) {
  for (const std::string& root : {"chairhub"s, "büro/stühle"s, "椅子"s, "a b"s, std::string(128, 'a')})
    EXPECT_TRUE(chair_topics(root, "desk")) << root;
}

TEST(Text, TellsUtf8FromOtherBytes) {
  for (const std::string& good : {""s, "ON"s, "ß"s, "€"s, "\xf0\x9f\xaa\x91"s, "\xf4\x8f\xbf\xbf"s})
    EXPECT_TRUE(is_utf8(good)) << good;
  for (const std::string& bad :
       {"\x80"s, "\xc3"s, "\xc0\xaf"s, "\xe0\x80\x80"s, "\xf4\x90\x80\x80"s, "\xf5"s, "a\xffz"s})
    EXPECT_FALSE(is_utf8(bad));
}

TEST(Text, QuotesWhateverComes) {
  EXPECT_EQ(quote("37"), "'37'");
  EXPECT_EQ(quote("a\nb\xff"), "'a?b?'");
  EXPECT_EQ(quote(std::string(100, 'x')), "'" + std::string(40, 'x') + "...'");
}

TEST(Text, IsNeverCutInsideACharacter) {
  EXPECT_EQ(shortened("a€b", 5), "a€b");
  EXPECT_EQ(shortened("a€b", 4), "a€");
  EXPECT_EQ(shortened("a€b", 3), "a");
  EXPECT_EQ(shortened("€", 0), "");
}

TEST(Forget, EmptiesEveryRetainedTopicAndHomeAssistantFirst) {
  const Topics topics = chair_topics("chairhub", "desk").value();
  const auto messages = forget_messages(topics, {"homeassistant/device/x/config"});
  ASSERT_EQ(messages.size(), 7u);
  EXPECT_EQ(messages.front().topic, "homeassistant/device/x/config");
  EXPECT_THAT(messages, ::testing::Each(AllOf(Field(&Message::payload, ""), Field(&Message::retain, true))));
  EXPECT_EQ(forget_messages(topics, {}).size(), 6u);
}

TEST(Forget, EmptiesWhatSpeaksForSeveralChairsToo) {
  Topics topics = chair_topics("chairhub", "desk").value();
  topics.hub_availability = hub_availability_topic("chairhub", "0a1b2c3d");
  EXPECT_EQ(forget_messages(topics, {}).back().topic, "chairhub/hub.0a1b2c3d/availability");
}

}  // namespace chairhub::topics_test
