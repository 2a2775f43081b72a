// When the announcement to Home Assistant is said, and what goes before it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/mqtt/announcer.h"
#include "tests/mqtt/story.h"

namespace chairhub::announcer_config_test {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(Announcer, AnswersABirthAfterOneToFiveSeconds) {
  for (const auto& [random, delay] : {std::pair{0.0, 1000}, {0.5, 3000}, {1.0, 5000}}) {
    Story story({}, random);
    story.settle();
    const SteadyTime birth = story.now;
    story.announcer.birth(birth);
    story.speak();
    EXPECT_THAT(story.said, IsEmpty());
    story.pass(Seconds{6});
    EXPECT_THAT(story.topics(), ElementsAre(config_topic, t.availability, t.sensors_availability, t.state, t.settings,
                                            t.diag, t.calibration));
    EXPECT_EQ(story.said.front().at - birth, Millis{delay});
  }
}

TEST(Announcer, AnswersTwoBirthsOnce) {
  Story story;
  story.settle();
  story.announcer.birth(story.now);
  story.speak();
  story.pass(Seconds{2});
  const SteadyTime second = story.now;
  story.announcer.birth(second);
  story.speak();
  story.pass(Seconds{10});
  ASSERT_THAT(story.on(config_topic), SizeIs(1));
  EXPECT_EQ(story.on(config_topic).front().at - second, Seconds{3});
}

TEST(Announcer, KeepsTwoSecondsBetweenConfigsHoweverFastASimulatedChairRuns) {
  for (const int speed : {1, 60}) {
    Story story({}, 0.0);
    story.speed = speed;
    story.connect();
    story.announcer.birth(story.now);
    story.speak();
    story.pass(Seconds{4});
    const auto configs = story.on(config_topic);
    ASSERT_THAT(configs, SizeIs(2)) << speed;
    EXPECT_EQ(configs[1].at - configs[0].at, Seconds{2}) << speed;
    EXPECT_GE(story.on(t.state).back().at, configs[1].at) << "the states come again after it";
  }
}

TEST(Announcer, RemovesWhatIsGoneFirstAndOnlyOnce) {
  const Announced before{config_topic, {{"old_entity", "sensor"}}};
  Story story({before});
  story.settle();
  story.announcer.disconnected();
  story.connect();
  story.pass(Seconds{10});
  EXPECT_THAT(story.on(config_topic), SizeIs(1));

  Story first({before});
  first.connect();
  first.pass(Seconds{10});
  const auto configs = first.on(config_topic);
  ASSERT_THAT(configs, SizeIs(2));
  EXPECT_EQ(nlohmann::json::parse(configs[0].message.payload)["cmps"]["old_entity"], (nlohmann::json{{"p", "sensor"}}));
  EXPECT_FALSE(nlohmann::json::parse(configs[1].message.payload)["cmps"].contains("old_entity"));
  EXPECT_EQ(configs[1].at - configs[0].at, Seconds{2});
}

TEST(Announcer, RemovesWhatIsGoneAgainUntilTheBrokerHasHeardOfIt) {
  Story story({{config_topic, {{"old_entity", "sensor"}}}});
  story.connect();
  story.pass(Seconds{10});
  EXPECT_FALSE(story.announcer.is_settled());
  story.announcer.disconnected();
  story.said.clear();
  story.connect();
  story.pass(Seconds{10});
  EXPECT_THAT(story.on(config_topic), SizeIs(2));
  story.confirm();
  EXPECT_TRUE(story.announcer.is_settled());
}

TEST(Announcer, AnswersABirthWithTheAnnouncementAloneWhileItRemoves) {
  Story story({{config_topic, {{"old_entity", "sensor"}}}}, 0.0);
  story.connect();
  story.announcer.birth(story.now);
  story.speak();
  story.pass(Seconds{10});
  EXPECT_THAT(story.on(config_topic), SizeIs(2)) << "the announcement was still to come";
  story.announcer.birth(story.now);
  story.speak();
  story.pass(Seconds{10});
  EXPECT_THAT(story.on(config_topic), SizeIs(3));
}

}  // namespace chairhub::announcer_config_test
