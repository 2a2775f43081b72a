#include "hub/core/sampler.h"

#include <gtest/gtest.h>

#include "tests/support/moments.h"

namespace chairhub::sampler_test {

using namespace std::chrono_literals;

class SamplerTest : public testing::Test {
 protected:
  // One frame of a chair with two pads; a missing reading is a negative count.
  const Sample* scan(std::int32_t left, std::int32_t right = 0) {
    Frame frame;
    frame.at = now;
    frame.pad_count = 2;
    frame.pads[0] = {left, left < 0 ? Signal::missing : Signal::ok};
    frame.pads[1] = {right, Signal::ok};
    return sampler.add(frame);
  }
  int ticks_in_ten_seconds(Millis interval) {
    int ticks = 0;
    for (const Moment end = now + 10s; now.steady < end.steady; now = now + interval) ticks += scan(100) ? 1 : 0;
    return ticks;
  }

  Moment now = morning();
  Sampler sampler;
};

TEST_F(SamplerTest, TakesTheMedianOfHalfASecond) {
  scan(100);
  for (const int counts : {100, 4095, 102, 0, 101}) {
    now = now + 100ms;
    if (const Sample* sample = scan(counts)) {
      EXPECT_EQ(sample->counts[0], 101);
      EXPECT_EQ(sample->elapsed, 500ms);
      return;
    }
  }
  FAIL() << "no sample in half a second";
}

TEST_F(SamplerTest, TicksTwiceASecondAtAnyRate) {
  EXPECT_EQ(ticks_in_ten_seconds(500ms), 20);
  EXPECT_EQ(ticks_in_ten_seconds(100ms), 20);
  EXPECT_NEAR(ticks_in_ten_seconds(20ms), 20, 2);
}

TEST_F(SamplerTest, SaysWhichPadGaveNoReading) {
  const Sample* sample = scan(-1, 7);
  ASSERT_TRUE(sample);
  EXPECT_FALSE(sample->present[0]);
  EXPECT_TRUE(sample->present[1]);
}

TEST_F(SamplerTest, SaysWhatCameInsteadOfAReading) {
  Frame frame;
  frame.at = now;
  frame.pad_count = 2;
  frame.pads[0] = {0, Signal::open_wire};
  frame.pads[1] = {7, Signal::ok};
  const Sample* sample = sampler.add(frame);
  ASSERT_TRUE(sample);
  EXPECT_FALSE(sample->present[0]);
  EXPECT_EQ(sample->instead[0], Signal::open_wire);
  EXPECT_TRUE(sample->present[1]);
}

TEST_F(SamplerTest, OneReadingOfManyIsEnough) {
  scan(1);
  for (const int counts : {-1, -1, 55, -1, -1}) {
    now = now + 100ms;
    if (const Sample* sample = scan(counts)) {
      EXPECT_EQ(sample->counts[0], 55);
      return;
    }
  }
  FAIL() << "no sample in half a second";
}

TEST_F(SamplerTest, TellsHowLongAGapWas) {
  scan(1);
  now = now + 16s;
  const Sample* sample = scan(1);
  ASSERT_TRUE(sample);
  EXPECT_EQ(sample->elapsed, 16s);
}

TEST_F(SamplerTest, ForgetsReadingsFromBeforeASilence) {
  scan(1);
  now = now + 100ms;
  scan(9);
  now = now + 100ms;
  scan(9);
  now = now + 16s;
  EXPECT_EQ(scan(1)->counts[0], 1);
}

TEST_F(SamplerTest, HoldsMoreFramesThanAnyKitDelivers) {
  scan(1);
  for (int i = 0; i < 400; ++i) {
    now = now + 1ms;
    EXPECT_EQ(scan(i), nullptr);
  }
  now = now + 100ms;
  EXPECT_NE(scan(1), nullptr);
}

}  // namespace chairhub::sampler_test
