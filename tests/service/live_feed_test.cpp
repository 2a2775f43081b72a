#include "hub/service/live_feed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace chairhub::live_feed_test {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using namespace std::chrono_literals;

// Somebody who watches, and a chair whose views a test decides.
class LiveFeedTest : public ::testing::Test {
 protected:
  std::shared_ptr<EventStream> joins() {
    auto stream = std::make_shared<EventStream>();
    feed.join(stream);
    return stream;
  }
  static std::string heard(EventStream& stream) { return stream.take(1 << 20); }
  void passes(Millis time, bool with_frame = true) {
    now += time;
    if (with_frame) last_frame = now;
    feed.turn(now, last_frame);
  }
  static std::size_t count(const std::string& text, const std::string& word) {
    std::size_t found = 0;
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++found;
    return found;
  }

  std::string posture = "supported";
  int made = 0;
  SteadyTime now{std::chrono::hours(1)};
  SteadyTime last_frame{};
  LiveFeed feed{{[] { return std::string("{\"version\":\"1\"}\n"); },
                 [this] {
                   ++made;
                   return "{\"at_ms\":" + std::to_string(now.time_since_epoch().count()) + ",\"posture\":\"" + posture +
                          "\"}\n";
                 },
                 [] { return std::string("{\"load\":[]}\n"); }, [] { return std::string("{\"alerts\":true}"); },
                 [] { return std::string("{\"step\":\"idle\"}"); }, [] { return std::string("{\"fault\":false}"); }}};
};

TEST_F(LiveFeedTest, TellsANewcomerEverythingAtOnce) {
  const auto stream = joins();
  const std::string all = heard(*stream);
  for (const char* event : {"hub", "settings", "now", "pads", "calibration", "diag"})
    EXPECT_EQ(count(all, std::string("event: ") + event + "\n"), 1U) << event;
  EXPECT_LT(all.find("event: hub"), all.find("event: now"));
  EXPECT_THAT(all, Not(HasSubstr("data: \n")));
}

TEST_F(LiveFeedTest, TellsWhatIsNewAtMostTwiceASecond) {
  const auto stream = joins();
  heard(*stream);
  passes(500ms);
  heard(*stream);
  for (int i = 0; i < 10; ++i) {
    posture = i % 2 == 0 ? "slumped" : "supported";
    passes(100ms);
  }
  EXPECT_EQ(count(heard(*stream), "event: now"), 2U);
}

TEST_F(LiveFeedTest, SaysNothingTwiceButShowsASignOfLifeEveryTenSeconds) {
  const auto stream = joins();
  passes(500ms);
  heard(*stream);
  for (int i = 0; i < 90; ++i) passes(100ms, false);
  EXPECT_THAT(heard(*stream), IsEmpty());
  for (int i = 0; i < 10; ++i) passes(100ms, false);
  EXPECT_EQ(count(heard(*stream), "event: now"), 1U);
}

TEST_F(LiveFeedTest, ShowsPadsAtMostFiveTimesASecondAndOnlyWithNewFrames) {
  const auto stream = joins();
  passes(1s);
  heard(*stream);
  for (int i = 0; i < 20; ++i) passes(50ms);
  EXPECT_EQ(count(heard(*stream), "event: pads"), 5U);
  passes(1s, false);
  passes(1s, false);
  EXPECT_EQ(count(heard(*stream), "event: pads"), 0U);
}

TEST_F(LiveFeedTest, CostsNothingWhileNobodyWatches) {
  passes(1s);
  EXPECT_EQ(made, 0);
  {
    const auto stream = joins();
    stream->drop();
  }
  made = 0;
  passes(1s);
  passes(1s);
  EXPECT_EQ(made, 0);
  EXPECT_FALSE(feed.is_watched());
}

TEST_F(LiveFeedTest, GathersWhatIsNewInTheLog) {
  const auto stream = joins();
  passes(11s);
  heard(*stream);
  feed.log_changed({"minutes"});
  passes(1s);
  EXPECT_THAT(heard(*stream), HasSubstr(R"(data: {"changed":["minutes"]})"));
  feed.log_changed({"spans", "minutes"});
  passes(1s);
  EXPECT_THAT(heard(*stream), Not(HasSubstr("event: log")));
  passes(10s);
  EXPECT_THAT(heard(*stream), HasSubstr(R"(data: {"changed":["minutes","spans"]})"));
}

}  // namespace chairhub::live_feed_test
