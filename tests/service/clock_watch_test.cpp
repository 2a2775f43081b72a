#include "hub/service/clock_watch.h"

#include <gtest/gtest.h>

#include "tests/support/moments.h"

namespace chairhub::clock_watch_test {

using namespace std::chrono_literals;

class ClockWatchTest : public testing::Test {
 protected:
  std::optional<Millis> look() { return watch.look(now); }

  Moment now = morning();
  ClockWatch watch;
};

TEST_F(ClockWatchTest, TwoClocksThatGoTogetherAreFine) {
  look();
  now = now + 1h;
  EXPECT_EQ(look(), std::nullopt);
}

TEST_F(ClockWatchTest, NoticesThatTheClockWasSet) {
  look();
  now = now + 1s;
  now.wall += 24h * 365;
  EXPECT_EQ(look(), 24h * 365);
  now = now + 1s;
  EXPECT_EQ(look(), std::nullopt) << "once is enough";
}

TEST_F(ClockWatchTest, NoticesAStepBack) {
  look();
  now.wall -= 1h;
  EXPECT_EQ(look(), -1h);
}

TEST_F(ClockWatchTest, LetsNtpSlew) {
  look();
  for (int i = 0; i < 100; ++i) {
    now = now + 10s;
    now.wall += 5ms;
    EXPECT_EQ(look(), std::nullopt);
  }
}

}  // namespace chairhub::clock_watch_test
