#include "hub/core/threshold_groups.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "hub/core/thresholds.h"

namespace chairhub::threshold_groups_test {

TEST(ThresholdGroups, HaveEveryThresholdInOneAndNoneWithoutAny) {
  std::set<std::string_view> used;
  for (const ThresholdInfo& info : threshold_table()) used.insert(threshold_group_of(info.key));
  for (const std::string_view group : threshold_groups()) EXPECT_EQ(used.count(group), 1U) << group;
  EXPECT_EQ(used.size(), threshold_groups().size());
}

TEST(ThresholdGroups, PutTogetherWhatBelongsTogether) {
  EXPECT_EQ(threshold_group_of("static_warn_min"), "limits");
  EXPECT_EQ(threshold_group_of("shifts_goal_per_h"), "movement");
  EXPECT_EQ(threshold_group_of("baseline_age_days"), "drift");
  EXPECT_EQ(threshold_group_of("weight_shift_hold_s"), "wheelchair");
}

}  // namespace chairhub::threshold_groups_test
