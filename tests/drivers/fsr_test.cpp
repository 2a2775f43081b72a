#include "drivers/simulated/fsr.h"

#include <gtest/gtest.h>

#include "drivers/simulated/tick.h"

namespace chairhub::simulated::fsr_test {

class FsrTest : public testing::Test {
 protected:
  double after_pressing(double force, Seconds length) {
    for (Millis passed{0}; passed < length; passed += tick) fsr_.press(force);
    return fsr_.shown();
  }
  // The conductance that was shown, which creep is told of.
  double conductance() const { return (fsr_.shown() - zero_) / (1 - fsr_.shown()); }

  Fsr fsr_{7, 0};
  double zero_ = fsr_.shown();
};

TEST_F(FsrTest, ShowsMoreUnderMoreForceAndNeverLeavesItsRange) {
  double last = fsr_.shown();
  EXPECT_GE(last, 0);
  for (const double force : {0.1, 0.3, 1.0, 3.0, 30.0, 1e6}) {
    const double now = after_pressing(force, Seconds(1));
    EXPECT_GT(now, last) << force;
    EXPECT_LE(now, 1) << force;
    last = now;
  }
}

TEST_F(FsrTest, CreepsByAFewPercentForEachDecadeOfTime) {
  after_pressing(0.7, Seconds(1));
  double last = conductance();
  for (const int seconds : {10, 100, 1000, 10000}) {
    after_pressing(0.7, Seconds(seconds - seconds / 10));
    const double now = conductance();
    EXPECT_GT(now / last, 1.025) << "by " << seconds << " s";
    EXPECT_LT(now / last, 1.06) << "by " << seconds << " s";
    last = now;
  }
}

TEST_F(FsrTest, ShowsMoreOnTheWayDownThanOnTheWayUp) {
  const double up = after_pressing(0.5, Seconds(1));
  after_pressing(1.0, Seconds(1));
  const double down = after_pressing(0.5, Seconds(1));
  EXPECT_GT(down, up * 1.02);
  EXPECT_LT(down, up * 1.15);
}

TEST_F(FsrTest, AHairLessForceShowsOnlyInPartBecauseOfHysteresis) {
  Fsr held(7, 0), falling(7, 0), rising(7, 0);
  for (int i = 0; i < 50; ++i) held.press(1.0), falling.press(1.0), rising.press(1.0);
  held.press(1.0);
  falling.press(0.97);
  rising.press(1.03);
  const double fall = held.shown() - falling.shown();
  const double rise = rising.shown() - held.shown();
  EXPECT_GT(fall, 0);
  EXPECT_LT(fall, rise / 2);
}

TEST_F(FsrTest, IsBackAtItsZeroAsSoonAsItIsFree) {
  after_pressing(0.7, Seconds(3600));
  EXPECT_EQ(after_pressing(0, Seconds(1)), zero_);
}

TEST_F(FsrTest, NoTwoPartsAreEqual) {
  Fsr one(7, 0), two(7, 1);
  for (int i = 0; i < 50; ++i) one.press(0.7), two.press(0.7);
  EXPECT_NE(one.shown(), two.shown());
  EXPECT_NEAR(one.shown(), two.shown(), 0.15);
}

}  // namespace chairhub::simulated::fsr_test
