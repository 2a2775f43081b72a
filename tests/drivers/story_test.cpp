#include "drivers/simulated/story.h"

#include <algorithm>
#include <set>
#include <string>

#include <gmock/gmock.h>

namespace chairhub::simulated::story_test {

using namespace std::chrono;

std::vector<Stance> told(std::string_view text, std::uint64_t seed = 1) {
  const auto scenario = parse_scenario(text, "day.scenario");
  EXPECT_TRUE(scenario) << scenario.error().message;
  return tell_story(*scenario, seed);
}

// The poses in order, those that only shift within one left out.
std::vector<Pose> poses(const std::vector<Stance>& story) {
  std::vector<Pose> result;
  for (const Stance& stance : story)
    if (result.empty() || result.back() != stance.pose) result.push_back(stance.pose);
  return result;
}

std::ptrdiff_t times(const std::vector<Stance>& story, Pose pose) {
  const auto all = poses(story);
  return std::count(all.begin(), all.end(), pose);
}

TEST(StoryTest, FollowsTheScenarioAndReturnsToWhatWasBefore) {
  const auto story = told(
      "shifts_per_hour 0\n09:00 sit supported\n09:40 sit bent_forward 6min\n10:30 stand 5min\n11:00 sit slumped\n12:00 "
      "end\n");
  EXPECT_THAT(poses(story), testing::ElementsAre(Pose::supported, Pose::bent_forward, Pose::supported, Pose::empty,
                                                 Pose::supported, Pose::slumped));
  ASSERT_EQ(story.size(), 6U);
  EXPECT_EQ(story[0].from, Millis(0));
  EXPECT_EQ(story[2].from, minutes(46));
  EXPECT_EQ(story[4].from, minutes(95));
}

TEST(StoryTest, TheSitterShiftsAboutAsOftenAsTheScenarioSays) {
  const auto story = told("shifts_per_hour 14\n08:00 sit supported\n18:00 end\n");
  EXPECT_NEAR(static_cast<double>(story.size() - 1), 140, 15);
}

TEST(StoryTest, EachShiftMovesTheWeightToAnotherPlace) {
  const auto story = told("shifts_per_hour 14\n08:00 sit supported\n18:00 end\n");
  for (std::size_t i = 1; i < story.size(); ++i)
    EXPECT_GT(std::abs(story[i].sideways - story[i - 1].sideways), 0.2) << "shift " << i;
}

TEST(StoryTest, SomebodyWhoNeverShiftsNeverDoes) {
  EXPECT_EQ(told("shifts_per_hour 0\n08:00 sit supported\n18:00 end\n").size(), 1U);
}

TEST(StoryTest, ABagNeverShifts) {
  EXPECT_EQ(told("shifts_per_hour 60\n08:00 bag\n18:00 end\n").size(), 1U);
}

TEST(StoryTest, HabitsInterruptWhatTheScenarioSays) {
  const auto story = told(
      "bends_per_hour 2\nslumps_per_hour 1\nleaves_per_hour 1\nlean_backs_per_hour 3\n08:00 sit "
      "unsupported_upright\n18:00 end\n");
  EXPECT_NEAR(static_cast<double>(times(story, Pose::bent_forward)), 20, 8);
  EXPECT_NEAR(static_cast<double>(times(story, Pose::slumped)), 10, 4);
  EXPECT_NEAR(static_cast<double>(times(story, Pose::empty)), 10, 4);
  EXPECT_NEAR(static_cast<double>(times(story, Pose::supported)), 30, 12);
  EXPECT_EQ(story.back().pose, Pose::unsupported_upright);
}

TEST(StoryTest, NobodyHasHabitsWhileTheChairIsEmpty) {
  EXPECT_EQ(told("bends_per_hour 20\nshifts_per_hour 60\n08:00 stand\n18:00 end\n").size(), 1U);
}

TEST(StoryTest, AnotherSitterBringsAnotherWeightAndOtherHabits) {
  const auto story = told(
      "weight_kg 95\nshifts_per_hour 0\n08:00 sit supported\n09:00 weight_kg 52\n09:00 shifts_per_hour 30\n10:00 "
      "end\n");
  for (const Stance& stance : story) EXPECT_EQ(stance.weight_kg, stance.from < hours(1) ? 95 : 52);
  EXPECT_GT(story.size(), 15U);
}

TEST(StoryTest, TimeOnlyGoesForward) {
  const auto story = told("shifts_per_hour 60\nbends_per_hour 20\nleaves_per_hour 8\n08:00 sit supported\n18:00 end\n");
  for (std::size_t i = 1; i < story.size(); ++i) EXPECT_GE(story[i].from, story[i - 1].from);
}

TEST(StoryTest, TheSameSeedTellsTheSameStoryAndAnotherSeedAnother) {
  const auto moments = [](std::uint64_t seed) {
    std::vector<Millis> all;
    for (const Stance& stance : told("bends_per_hour 3\n08:00 sit supported\n18:00 end\n", seed))
      all.push_back(stance.from);
    return all;
  };
  EXPECT_EQ(moments(5), moments(5));
  EXPECT_NE(moments(5), moments(6));
}

}  // namespace chairhub::simulated::story_test
