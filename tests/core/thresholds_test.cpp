#include "hub/core/thresholds.h"

#include <cmath>
#include <set>

#include <gtest/gtest.h>

namespace chairhub::thresholds_test {

TEST(ThresholdsTest, EveryDefaultIsAllowed) {
  const Thresholds defaults;
  for (const ThresholdInfo& info : threshold_table()) {
    EXPECT_GE(defaults.*info.value, info.min) << info.key;
    EXPECT_LE(defaults.*info.value, info.max) << info.key;
  }
}

TEST(ThresholdsTest, EveryFieldStandsInTheTableOnce) {
  std::set<double Thresholds::*, bool (*)(double Thresholds::*, double Thresholds::*)> seen(
      [](double Thresholds::* a, double Thresholds::* b) {
        const Thresholds t;
        return &(t.*a) < &(t.*b);
      });
  for (const ThresholdInfo& info : threshold_table()) EXPECT_TRUE(seen.insert(info.value).second) << info.key;
  EXPECT_EQ(seen.size() * sizeof(double), sizeof(Thresholds)) << "a field without a line in the table";
}

TEST(ThresholdsTest, EveryNumberSaysWhereItComesFrom) {
  for (const ThresholdInfo& info : threshold_table()) {
    EXPECT_FALSE(info.source.empty()) << info.key;
    EXPECT_FALSE(info.meaning.empty()) << info.key;
    EXPECT_FALSE(info.unit.empty()) << info.key;
    EXPECT_TRUE(info.kind == Evidence::engineering_default || info.source != "none") << info.key;
  }
}

TEST(ThresholdsTest, RefusesWhatIsNotAllowedAndSaysWhatIs) {
  Thresholds thresholds;
  const auto too_much = set_threshold(thresholds, "static_warn_min", 500);
  ASSERT_FALSE(too_much);
  EXPECT_NE(too_much.error().message.find("8 to 30"), std::string::npos);
  EXPECT_FALSE(set_threshold(thresholds, "static_warn_min", std::nan("")));
  EXPECT_FALSE(set_threshold(thresholds, "no_such_thing", 1));
  EXPECT_EQ(thresholds.static_warn_min, Thresholds{}.static_warn_min);
}

TEST(ThresholdsTest, SetsWhatIsAllowed) {
  Thresholds thresholds;
  EXPECT_TRUE(set_threshold(thresholds, "static_warn_min", 8));
  EXPECT_EQ(thresholds.static_warn_min, 8);
}

}  // namespace chairhub::thresholds_test
