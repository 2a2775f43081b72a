#include "hub/core/profiles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace chairhub::profiles_test {

Calibration sitting_with(double zero, double load) {
  Calibration calibration;
  calibration.pads = {{zero, 4000, 3, load}, {zero, 4000, 3, load}};
  calibration.supported = Baseline{2 * load, 0, 0, 0};
  calibration.made_at = WallTime(std::chrono::hours(static_cast<int>(100 * load)));
  return calibration;
}

Profiles anna_and_ben() {
  return Profiles({{{"anna"}, sitting_with(10, 0.4)}, {{"ben", ProfileKind::wheelchair}, std::nullopt}}, "");
}

TEST(Profiles, WithoutAnyThereIsOneNamedDefault) {
  const Profiles profiles({}, "");
  EXPECT_EQ(profiles.in_use().name, "default");
  EXPECT_EQ(profiles.in_use().kind, ProfileKind::standard);
}

TEST(Profiles, TheFirstIsInUseUntilAnotherIsChosen) {
  EXPECT_EQ(anna_and_ben().in_use().name, "anna");
  EXPECT_EQ(Profiles({{{"anna"}, {}}, {{"ben"}, {}}}, "ben").in_use().name, "ben");
  EXPECT_THROW(Profiles({{{"anna"}, {}}}, "eve"), std::invalid_argument);
}

TEST(Profiles, AnUnknownNameIsRefusedWithThoseThereAre) {
  Profiles profiles = anna_and_ben();
  const auto refused = profiles.select("bem", sitting_with(20, 0.4));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message, "there is no profile \"bem\" (did you mean \"ben\"?); there are: anna, ben");
  EXPECT_EQ(profiles.in_use().name, "anna");
}

TEST(Profiles, ThePersonChangesAndTheZerosStay) {
  Profiles profiles = anna_and_ben();
  const auto ben = profiles.select("ben", sitting_with(20, 0.5));
  ASSERT_TRUE(ben);
  EXPECT_FALSE(ben->has_person());
  EXPECT_EQ(ben->pads[0].zero, 20);
  EXPECT_FALSE(ben->pads[0].supported);

  Calibration drifted = *ben;
  drifted.pads[0].zero = 33;
  const auto anna = profiles.select("anna", drifted);
  ASSERT_TRUE(anna);
  EXPECT_EQ(anna->pads[0].zero, 33);
  EXPECT_EQ(anna->pads[0].supported, 0.5) << "what was kept last";
  EXPECT_EQ(anna->made_at, sitting_with(0, 0.5).made_at);
}

TEST(Profiles, CalibratingChangesTheProfileInUseOnly) {
  Profiles profiles = anna_and_ben();
  ASSERT_TRUE(profiles.select("ben", sitting_with(10, 0.4)));
  profiles.keep(sitting_with(10, 0.2));
  EXPECT_EQ(profiles.all()[1].calibration->pads[0].supported, 0.2);
  EXPECT_EQ(profiles.all()[0].calibration->pads[0].supported, 0.4);
}

TEST(Profiles, BeginsWithThePersonOfTheProfileWhereTheChairsCalibrationHasNone) {
  Calibration zeros = sitting_with(50, 0.4);
  zeros.supported.reset();
  for (PadCalibration& pad : zeros.pads) pad.supported.reset();
  Profiles profiles = anna_and_ben();
  const Calibration begun = profiles.begin(zeros);
  EXPECT_TRUE(begun.has_person());
  EXPECT_EQ(begun.pads[0].zero, 50);
  EXPECT_EQ(begun.pads[0].supported, 0.4);
}

}  // namespace chairhub::profiles_test
