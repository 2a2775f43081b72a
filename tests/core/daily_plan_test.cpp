#include "hub/core/daily_plan.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/moments.h"

namespace chairhub::daily_plan_test {

using namespace std::chrono_literals;
using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class DailyPlanTest : public testing::Test {
 protected:
  DailyPlan plan() const { return plan_for(now, zone, memory, who); }
  static std::vector<std::string_view> ids(const std::vector<PlanItem>& items) {
    std::vector<std::string_view> all;
    for (const PlanItem& item : items) all.push_back(item.exercise->id);
    return all;
  }
  void was_told(Cause cause, Millis ago) { memory.offers.push_back({cause, now - ago, "", false}); }
  void did(std::string id, Millis ago = 0ms) {
    memory.answers.push_back({std::move(id), ExerciseAnswer::done, now - ago});
  }

  FixedOffset zone;
  WallTime now = morning().wall;
  CoachResume memory;
  Exerciser who;
};

TEST_F(DailyPlanTest, HasThreeStretchesThatFitTheCausesOfLate) {
  was_told(Cause::bent_forward, 24h);
  was_told(Cause::bent_forward, 48h);
  was_told(Cause::static_too_long, 24h);
  EXPECT_THAT(ids(plan().stretches), SizeIs(3));
  EXPECT_EQ(ids(plan().stretches)[0], "back_extension");
  EXPECT_EQ(ids(plan().stretches)[1], "arm_opener");
}

TEST_F(DailyPlanTest, StaysTheSameThroughTheDay) {
  const auto in_the_morning = ids(plan().stretches);
  was_told(Cause::bent_forward, 0ms);
  now += 8h;
  EXPECT_EQ(ids(plan().stretches), in_the_morning);
}

TEST_F(DailyPlanTest, VariesFromDayToDay) {
  std::set<std::string_view> all;
  for (int day = 0; day < 7; ++day) {
    for (const std::string_view id : ids(plan().stretches)) all.insert(id);
    now += 24h;
  }
  EXPECT_THAT(all, SizeIs(5));
}

TEST_F(DailyPlanTest, SaysWhatWasDoneToday) {
  const std::string first(plan().stretches.front().exercise->id);
  EXPECT_FALSE(plan().stretches.front().done);
  did(first, 24h);
  EXPECT_FALSE(plan().stretches.front().done);
  did(first);
  EXPECT_TRUE(plan().stretches.front().done);
}

TEST_F(DailyPlanTest, ADayOfRestFollowsADayOfStrength) {
  did("band_rows");
  EXPECT_TRUE(plan().strength_day);
  EXPECT_TRUE(plan().strength.front().done);
  now += 24h;
  EXPECT_FALSE(plan().strength_day);
  EXPECT_THAT(plan().strength, IsEmpty());
  now += 24h;
  EXPECT_TRUE(plan().strength_day);
  now += 24h;
  EXPECT_TRUE(plan().strength_day) << "what was left out is still due";
}

TEST_F(DailyPlanTest, WhoNeverAnswersGetsStrengthEveryOtherDay) {
  const bool today = plan().strength_day;
  now += 24h;
  EXPECT_NE(plan().strength_day, today);
  now += 24h;
  EXPECT_EQ(plan().strength_day, today);
}

TEST_F(DailyPlanTest, WhatHurtsIsNotInIt) {
  did("band_rows", 48h);
  who.retired = {"back_extension", "prone_salute"};
  EXPECT_THAT(ids(plan().stretches), Not(Contains("back_extension")));
  EXPECT_THAT(ids(plan().strength), testing::ElementsAre("band_rows"));
  for (const Exercise& one : exercises()) who.retired.emplace(one.id);
  EXPECT_THAT(plan().stretches, IsEmpty());
}

TEST_F(DailyPlanTest, SomebodyInAWheelchairStaysInIt) {
  who.kind = ProfileKind::wheelchair;
  for (int day = 0; day < 4; ++day, now += 24h) {
    const DailyPlan today = plan();
    for (const auto* items : {&today.stretches, &today.strength})
      for (const PlanItem& item : *items) EXPECT_TRUE(item.exercise->in_chair) << item.exercise->id;
    EXPECT_THAT(today.stretches, SizeIs(3));
  }
}

}  // namespace chairhub::daily_plan_test
