// What an announcer tells that nobody has to keep, or only for a while.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/mqtt/story.h"

namespace chairhub::announcer_live_test {

using ::testing::SizeIs;

TEST(Announcer, TellsThePadsNowAndThenAndNeverKeepsThem) {
  Story story;
  story.settle();
  for (int i = 0; i < 30; ++i) {
    const std::vector<PadReading> readings(3, PadReading{100 + i, Signal::ok});
    story.announcer.measured(readings);
    story.speak();
    story.pass(Seconds{1});
  }
  const auto told = story.on(t.pads);
  ASSERT_THAT(told, SizeIs(3));
  EXPECT_EQ(told[1].at - told[0].at, Seconds{10});
  EXPECT_FALSE(told[0].message.retain);
  EXPECT_EQ(nlohmann::json::parse(told[1].message.payload)["seat_left"], 110);
}

TEST(Announcer, FollowsAGuidedCalibration) {
  const Chair chair = desk_chair();
  CalibrationSteps steps(chair);
  Story story;
  story.settle();
  steps.start(Calibration{});
  story.announcer.calibrating(steps);
  story.speak();
  EXPECT_EQ(story.last(t.calibration)["step"], "leave_chair");
  EXPECT_EQ(story.last(t.calibration)["waits_for_person"], true);
  EXPECT_EQ(story.last(t.calibration)["progress_pct"], 0);
}

TEST(Announcer, TellsWhichCommandWasObeyedOnceAndKeepsItForNobody) {
  Story story;
  story.settle();
  story.announcer.obeyed("exercise", "side_bend done");
  story.announcer.obeyed("tare", "");
  story.speak();
  const auto told = story.on(t.obeyed);
  ASSERT_THAT(told, SizeIs(2));
  EXPECT_FALSE(told[0].message.retain);
  EXPECT_EQ(told[0].message.payload, R"({"command":"exercise","value":"side_bend done"})");
  EXPECT_EQ(told[1].message.payload, R"({"command":"tare","value":null})");
}

TEST(Announcer, TellsNobodyLaterWhatWasObeyedWithoutABroker) {
  Story story;
  story.settle();
  story.announcer.disconnected();
  story.announcer.obeyed("meeting", "on");
  story.settle();
  story.speak();
  EXPECT_THAT(story.on(t.obeyed), SizeIs(0));
}

TEST(Announcer, SaysThatItHasATwin) {
  Story story;
  story.settle();
  story.announcer.twin_heard();
  story.speak();
  EXPECT_EQ(story.last(t.diag)["twin"], true);
}

}  // namespace chairhub::announcer_live_test
