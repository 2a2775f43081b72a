#include "hub/service/chair_clock.h"

#include <gtest/gtest.h>

#include "tests/support/moments.h"

namespace chairhub::chair_clock_test {

using namespace std::chrono_literals;

TEST(ChairClockTest, AConvertersTimeIsTheRealOne) {
  ChairClock clock(Pace{100ms, false, 1});
  EXPECT_EQ(clock.chair_time(morning()), morning());
  EXPECT_EQ(clock.real_time(morning().steady), morning().steady);
}

TEST(ChairClockTest, ASimulationRunsFasterFromItsLastFrameOn) {
  ChairClock clock(Pace{100ms, true, 60});
  const Moment real = morning();
  const Moment chair = morning() + 3h;
  clock.frame_arrived(chair, real.steady);
  EXPECT_EQ(clock.chair_time(real + 1s), chair + 60s);
  EXPECT_NEAR(static_cast<double>((clock.real_time(chair.steady + 120s) - real.steady).count()), 2000, 2);
}

TEST(ChairClockTest, AsFastAsItGoesTheLastFrameTellsTheTime) {
  ChairClock clock(Pace{100ms, true, 0});
  clock.frame_arrived(morning() + 3h, morning().steady);
  EXPECT_EQ(clock.chair_time(morning() + 10s), morning() + 3h);
}

}  // namespace chairhub::chair_clock_test
