#include "hub/mqtt/announcer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/mqtt/story.h"

namespace chairhub::announcer_test {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

TEST(Announcer, SaysNothingWhileTheBrokerIsAway) {
  Story story;
  story.see(bent_over());
  story.pass(Minutes{10});
  EXPECT_THAT(story.said, IsEmpty());
  EXPECT_FALSE(story.next) << "nothing to wake up for";
}

TEST(Announcer, IntroducesTheChairBeforeItsStates) {
  Story story;
  story.see(bent_over());
  story.connect();
  EXPECT_THAT(story.topics(), ElementsAre(config_topic, t.availability, t.sensors_availability, t.state, t.settings,
                                          t.diag, t.calibration));
  for (const auto& one : story.said) {
    EXPECT_TRUE(one.message.retain) << one.message.topic;
    EXPECT_EQ(one.message.qos, 1) << one.message.topic;
  }
  EXPECT_EQ(story.on(t.availability).front().message.payload, "online");
  EXPECT_EQ(story.on(t.sensors_availability).front().message.payload, "online");
}

TEST(Announcer, SaysEverythingAgainAtEachConnection) {
  Story story;
  story.settle();
  story.announcer.disconnected();
  story.pass(Seconds{5});
  story.connect();
  EXPECT_THAT(story.topics(), ElementsAre(config_topic, t.availability, t.sensors_availability, t.state, t.settings,
                                          t.diag, t.calibration));
}

TEST(Announcer, KnowsNothingBeforeTheFirstFrame) {
  Story story;
  story.connect();
  EXPECT_EQ(story.on(t.sensors_availability).back().message.payload, "offline");
  EXPECT_TRUE(story.last(t.state)["occupied"].is_null());
  story.see(bent_over());
  EXPECT_EQ(story.on(t.sensors_availability).back().message.payload, "online");
  story.pass(Seconds{1});
  EXPECT_EQ(story.last(t.state)["occupied"], true);
}

TEST(Announcer, PublishesAChangeAtMostOnceASecondAndTheLatestOne) {
  Story story;
  story.settle();
  for (int i = 0; i < 50; ++i) {  // five seconds at 10 Hz, a change in each frame
    story.see(minutes_later(bent_over(), i));
    story.pass(Millis{100});
  }
  story.pass(Seconds{2});
  EXPECT_THAT(story.on(t.state), SizeIs(6));
  EXPECT_EQ(story.last(t.state)["session_min"], 38 + 49);
}

TEST(Announcer, PublishesAFirstChangeAtOnce) {
  Story story;
  story.settle();
  const SteadyTime then = story.now;
  story.see(bent_over());
  ASSERT_THAT(story.on(t.state), SizeIs(1));
  EXPECT_EQ(story.on(t.state).front().at, then);
}

TEST(Announcer, IsSilentAboutFramesThatChangeNothing) {
  Story story;
  story.see(bent_over());
  story.settle();
  for (int i = 0; i < 100; ++i) {
    story.see(bent_over());
    story.pass(Millis{100});
  }
  EXPECT_THAT(story.said, IsEmpty());
}

TEST(Announcer, RepeatsEverythingButTheConfigOnceAMinute) {
  Story story;
  story.settle();
  story.pass(Minutes{10});
  for (const std::string& topic : {t.availability, t.sensors_availability, t.state, t.settings, t.diag})
    EXPECT_THAT(story.on(topic), SizeIs(10)) << topic;
  EXPECT_THAT(story.on(config_topic), IsEmpty());
}

TEST(Announcer, EchoesSettingsAfterEveryCommand) {
  Story story;
  story.settle();
  Settings settings;
  settings.alerts = false;
  story.announcer.settings_changed(settings);
  story.announcer.command_done({});
  story.speak();
  EXPECT_EQ(story.last(t.settings)["alerts"], false);

  story.said.clear();
  story.announcer.command_done(failure("set/static_warn_min takes 5 to 120"));
  story.speak();
  EXPECT_EQ(story.last(t.settings)["alerts"], false) << "unchanged, so that the dashboard snaps back";
  EXPECT_EQ(story.last(t.diag)["last_refusal"], "set/static_warn_min takes 5 to 120");

  story.announcer.command_done({});
  story.speak();
  story.pass(Seconds{2});
  EXPECT_TRUE(story.last(t.diag)["last_refusal"].is_null());
}

TEST(Announcer, TakesTheSitterBackWhilePaused) {
  Story story;
  story.see(bent_over());
  story.settle();
  Settings settings;
  settings.paused = true;
  story.announcer.settings_changed(settings);
  story.see(bent_over());
  story.pass(Minutes{2});
  EXPECT_EQ(story.on(t.sensors_availability).back().message.payload, "offline");
  const nlohmann::json state = story.last(t.state);
  for (const auto& [key, value] : state.items()) EXPECT_TRUE(value.is_null()) << key;
  EXPECT_EQ(story.last(t.settings)["paused"], true);

  story.announcer.settings_changed({});
  story.see(bent_over());
  story.pass(Seconds{2});
  EXPECT_EQ(story.on(t.sensors_availability).back().message.payload, "online");
  EXPECT_EQ(story.last(t.state)["posture"], "bent_forward");
}

TEST(Announcer, TurnsTheSensorsOfflineWhenThePadsAreGone) {
  Story story;
  story.see(bent_over());
  story.settle();
  Diag diag = healthy();
  diag.kit_fault = "no frames for 5 s";
  story.announcer.diag_changed(diag);
  story.speak();
  EXPECT_EQ(story.on(t.sensors_availability).back().message.payload, "offline");
  EXPECT_EQ(story.last(t.diag)["fault"], true);
  EXPECT_THAT(story.topics(), Not(Contains(t.availability))) << "the hub itself is well";
}

TEST(Announcer, DoesNotPublishEachDroppedFrame) {
  Story story;
  story.settle();
  Diag diag = healthy();
  for (int i = 1; i <= 20; ++i) {
    diag.dropped_frames = static_cast<std::uint64_t>(i);
    story.announcer.diag_changed(diag);
    story.speak();
    story.pass(Seconds{1});
  }
  EXPECT_THAT(story.on(t.diag), IsEmpty());
  story.pass(Minutes{1});
  EXPECT_EQ(story.last(t.diag)["dropped_frames"], 20);
}

TEST(Announcer, TellsTheTimeAsSoonAsTheClockIsSet) {
  Story story;
  Diag diag = healthy();
  diag.clock_set = false;
  story.announcer.diag_changed(diag);
  story.see(bent_over());
  story.settle();
  story.announcer.diag_changed(healthy());
  story.see(bent_over());
  story.pass(Seconds{1});
  EXPECT_EQ(story.last(t.state)["last_break"], "2026-03-02T08:00:00+00:00");
  EXPECT_EQ(story.last(t.diag)["clock_set"], true);
}

TEST(Announcer, WaitsForRoomAndLosesNothing) {
  Story story;
  story.room = 2;
  story.connect();
  EXPECT_THAT(story.topics(), ElementsAre(config_topic, t.availability));
  story.room = 0;
  story.speak();
  EXPECT_THAT(story.said, SizeIs(2));
  story.room = 3;
  story.speak();
  EXPECT_THAT(story.topics(), ElementsAre(config_topic, t.availability, t.sensors_availability, t.state, t.settings));
}

TEST(Announcer, SaysGoodbyeWithTheHubLast) {
  Story story;
  story.settle();
  const auto farewell = story.announcer.farewell();
  ASSERT_THAT(farewell, SizeIs(2));
  EXPECT_EQ(farewell[1].topic, t.availability);
  EXPECT_EQ(farewell[1].payload, "offline");
  EXPECT_TRUE(farewell[1].retain);
  EXPECT_NE(farewell[0].token, farewell[1].token);
}

TEST(Announcer, AnnouncesNothingToHomeAssistantWhenToldSo) {
  Announcer announcer({.chair = desk_chair(),
                       .topics = t,
                       .discovery = std::nullopt,
                       .random = [] { return 0.0; },
                       .settings = {},
                       .diag = healthy()});
  announcer.connected();
  for (const Message& message : announcer.turn(morning().steady, morning().steady, 20).messages)
    EXPECT_TRUE(message.topic.starts_with("chairhub/")) << message.topic;
}

}  // namespace chairhub::announcer_test
