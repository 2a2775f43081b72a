#include "hub/core/exposure.h"

#include <gtest/gtest.h>

#include "hub/core/units.h"
#include "tests/support/moments.h"

namespace chairhub::exposure_test {

using namespace std::chrono_literals;

class ExposureTest : public testing::Test {
 protected:
  ExposureTest() {
    sitter.occupied = true;
    sitter.since_sat = 1h;
  }

  void sit(Posture posture, Millis how_long) {
    sitter.occupied = posture != Posture::empty;
    sitter.posture = posture;
    for (Millis passed{0}; passed < how_long; passed += 500ms) {
      now = now + 500ms;
      exposure.update(sitter, now, 500ms, thresholds);
    }
  }

  double built_up(Cause cause) const { return to_minutes(exposure.of(cause)); }

  Moment now = morning();
  SitterNow sitter;
  Thresholds thresholds;
  Exposure exposure;
};

TEST_F(ExposureTest, TenMinutesWithoutSupportAreTooLong) {
  sit(Posture::unsupported_upright, 10min - 1s);
  EXPECT_FALSE(exposure.active(Cause::unsupported_upright));
  sit(Posture::unsupported_upright, 1s);
  EXPECT_TRUE(exposure.active(Cause::unsupported_upright));
}

TEST_F(ExposureTest, AShortLeanBackIsNoSupport) {
  sit(Posture::unsupported_upright, 9min);
  sit(Posture::supported, 15s);
  sit(Posture::unsupported_upright, 1min);
  EXPECT_TRUE(exposure.active(Cause::unsupported_upright));
}

TEST_F(ExposureTest, AMinuteOfSupportWipesItOut) {
  sit(Posture::unsupported_upright, 9min);
  sit(Posture::supported, 60s);
  EXPECT_EQ(built_up(Cause::unsupported_upright), 0);
}

TEST_F(ExposureTest, TwoHalfMinutesOfSupportAreNotAMinute) {
  sit(Posture::unsupported_upright, 9min);
  sit(Posture::supported, 40s);
  sit(Posture::bent_forward, 2min);
  sit(Posture::supported, 40s);
  EXPECT_NEAR(built_up(Cause::unsupported_upright), 9, 0.1);
}

TEST_F(ExposureTest, UnknownPostureNeitherBuildsUpNorRepays) {
  sit(Posture::unsupported_upright, 5min);
  sit(Posture::unknown, 20min);
  EXPECT_NEAR(built_up(Cause::unsupported_upright), 5, 0.1);
}

TEST_F(ExposureTest, TwoMinutesUprightHalveTheBending) {
  sit(Posture::bent_forward, 4min);
  sit(Posture::supported, 2min);
  EXPECT_NEAR(built_up(Cause::bent_forward), 2, 0.05);
}

TEST_F(ExposureTest, TwoMinutesOnYourFeetClearTheBending) {
  sit(Posture::bent_forward, 4min);
  sit(Posture::empty, 2min);
  EXPECT_EQ(built_up(Cause::bent_forward), 0);
}

TEST_F(ExposureTest, DoesNotFlapAroundTheLimit) {
  sit(Posture::bent_forward, 5min);
  ASSERT_TRUE(exposure.active(Cause::bent_forward));
  sit(Posture::supported, 30s);
  EXPECT_TRUE(exposure.active(Cause::bent_forward)) << "over 0.7 of the limit it is still the same bending";
  sit(Posture::supported, 60s);
  EXPECT_FALSE(exposure.active(Cause::bent_forward));
}

TEST_F(ExposureTest, PostureDoesNotCountBeforeTheSensorsHaveSettled) {
  sitter.since_sat = 10s;
  sit(Posture::bent_forward, 20s);
  EXPECT_EQ(built_up(Cause::bent_forward), 0);
}

TEST_F(ExposureTest, StillnessAndSessionAreTakenAsTheyAre) {
  sitter.still = 15min;
  sitter.session = 60min;
  sit(Posture::supported, 1s);
  EXPECT_TRUE(exposure.active(Cause::static_too_long));
  EXPECT_TRUE(exposure.active(Cause::sitting_too_long));
}

TEST_F(ExposureTest, LeaningBackAndForthStaysAsymmetricUntilAMinuteUpright) {
  sitter.asymmetry = 0.25;
  sit(Posture::supported, 15min);
  EXPECT_TRUE(exposure.active(Cause::asymmetric));
  sitter.asymmetry = 0.15;
  sit(Posture::supported, 61s);
  EXPECT_FALSE(exposure.active(Cause::asymmetric));
}

TEST_F(ExposureTest, KnowsWhenItBegan) {
  const Moment began = now;
  sit(Posture::bent_forward, 3min);
  ASSERT_TRUE(exposure.since(Cause::bent_forward));
  EXPECT_EQ(*exposure.since(Cause::bent_forward), began);
}

}  // namespace chairhub::exposure_test
