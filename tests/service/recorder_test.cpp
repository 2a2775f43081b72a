#include "hub/service/recorder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/moments.h"
#include "tests/support/temporary_folder.h"

namespace chairhub::recorder_test {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class RecorderTest : public ::testing::Test {
 protected:
  Frame frame_at(Millis since) const {
    Frame frame;
    frame.at = morning() + since;
    frame.pad_count = 2;
    frame.pads = {PadReading{100, Signal::ok}, PadReading{0, Signal::missing}};
    return frame;
  }
  static void wait_for_the_end(const Recorder& recorder) {
    while (recorder.view().running) {
    }
  }

  TemporaryFolder folder;
  Chair chair{"desk", "Desk", {{"left", Zone::seat, -1, 0, {}}, {"right", Zone::seat, 1, 0, {}}}};
};

TEST_F(RecorderTest, WritesFramesForAsLongAsItWasAskedTo) {
  auto recorder = Recorder::begin(folder.path(), chair, morning().wall, Seconds(1)).value();
  EXPECT_TRUE(recorder->view().running);
  for (int i = 0; i < 30; ++i) recorder->take(frame_at(Millis(100 * i)));
  wait_for_the_end(*recorder);
  EXPECT_EQ(recorder->view().rows, 10U);
  EXPECT_EQ(recorder->view().trouble, "");
  EXPECT_THAT(recorder->view().file, StartsWith("desk-2026-03-02-"));
  EXPECT_THAT(folder.read(recorder->view().file), StartsWith("t_ms,left,right\n1772438400000,100,\n"));
}

TEST_F(RecorderTest, EndsWhenItIsToldToAndKeepsWhatItHas) {
  auto recorder = Recorder::begin(folder.path(), chair, morning().wall, Seconds(60)).value();
  recorder->take(frame_at(Millis(0)));
  recorder->end();
  recorder->take(frame_at(Millis(100)));
  wait_for_the_end(*recorder);
  EXPECT_EQ(recorder->view().rows, 1U);
}

TEST_F(RecorderTest, SaysWhereAFileCannotBeMade) {
  const auto refused = Recorder::begin(folder.path() / "nowhere", chair, morning().wall, Seconds(1));
  EXPECT_THAT(refused.error().message, HasSubstr("cannot be created"));
}

}  // namespace chairhub::recorder_test
