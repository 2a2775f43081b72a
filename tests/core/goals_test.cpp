#include "hub/core/goals.h"

#include <gtest/gtest.h>

#include <vector>

#include "hub/core/units.h"

namespace chairhub::goals_test {

using namespace std::chrono_literals;

class GoalsTest : public testing::Test {
 protected:
  // A day of five hours; `shifts_per_hour` decides its shifts.
  void sits(double shifts_per_hour, Millis sitting = 5h) {
    DaySummary day;
    day.sitting = sitting;
    day.decided = sitting;
    day.supported = sitting / 2;
    day.shifts = static_cast<std::uint32_t>(shifts_per_hour * to_minutes(sitting) / 60);
    day.longest_still = 20min;
    day.breaks = 4;
    days.push_back(day);
  }
  void sits_for(int count, double shifts_per_hour, double spread) {
    for (int i = 0; i < count; ++i) sits(shifts_per_hour + (i % 2 == 0 ? spread : -spread));
  }
  void is_away(int count) {
    for (int i = 0; i < count; ++i) days.emplace_back();
  }
  MeasureReport of(Measure measure) const { return goals_of(days, 10).measures.at(static_cast<std::size_t>(measure)); }

  std::vector<DaySummary> days;
};

TEST_F(GoalsTest, WithoutADayThereIsNothingToSay) {
  EXPECT_EQ(goals_of({}, 10).shift_goal, ShiftGoal::nothing_yet);
  is_away(3);
  EXPECT_EQ(goals_of(days, 10).shift_goal, ShiftGoal::nothing_yet);
}

TEST_F(GoalsTest, TodayIsHeldAgainstTheFloorAndTheGoal) {
  sits(6);
  EXPECT_EQ(goals_of(days, 10).shift_goal, ShiftGoal::below);
  days.clear();
  sits(12);
  EXPECT_EQ(goals_of(days, 10).shift_goal, ShiftGoal::floor_reached);
  days.clear();
  sits(22);
  EXPECT_EQ(goals_of(days, 10).shift_goal, ShiftGoal::goal_reached);
  EXPECT_NEAR(*goals_of(days, 10).shifts_per_hour, 22, 0.2);
}

TEST_F(GoalsTest, InTheMorningTheWeekStandsForToday) {
  sits_for(5, 14, 1);
  sits(60, 10min);
  const GoalReport report = goals_of(days, 10);
  EXPECT_FALSE(report.measures.front().today) << "ten minutes are chance";
  EXPECT_NEAR(*report.shifts_per_hour, 14, 0.5);
}

TEST_F(GoalsTest, AWeekWithinTheSpreadOfEarlierWeeksIsNoChange) {
  sits_for(20, 12, 3);
  sits_for(7, 13, 3);
  sits(13);
  EXPECT_EQ(of(Measure::shifts_per_hour).change, Change::no_change);
  EXPECT_EQ(of(Measure::breaks).change, Change::no_change);
}

TEST_F(GoalsTest, AWeekOutsideItIsMoreOrLess) {
  sits_for(20, 12, 2);
  sits_for(7, 18, 2);
  sits(18);
  EXPECT_EQ(of(Measure::shifts_per_hour).change, Change::more);
  days.clear();
  sits_for(20, 12, 2);
  sits_for(7, 6, 2);
  sits(6);
  EXPECT_EQ(of(Measure::shifts_per_hour).change, Change::less);
}

TEST_F(GoalsTest, AChangeTooSmallToMatterIsNone) {
  sits_for(20, 20, 0);
  sits_for(7, 20.8, 0);
  sits(20);
  EXPECT_EQ(of(Measure::shifts_per_hour).change, Change::no_change);
}

TEST_F(GoalsTest, FewDaysAreSaidToBeFew) {
  sits_for(9, 12, 2);  // of earlier weeks: one too few
  sits_for(7, 30, 2);
  sits(30);
  EXPECT_EQ(of(Measure::shifts_per_hour).change, Change::not_enough_days);
  days.clear();
  sits_for(20, 12, 2);
  is_away(5);
  sits_for(2, 30, 0);  // of the week: one too few
  sits(30);
  EXPECT_EQ(of(Measure::shifts_per_hour).change, Change::not_enough_days);
}

TEST_F(GoalsTest, DaysOfOtherMonthsAreForgotten) {
  sits_for(100, 40, 2);
  sits_for(56, 12, 2);
  sits_for(7, 12, 2);
  sits(12);
  EXPECT_NEAR(*of(Measure::shifts_per_hour).usual, 12, 0.3);
}

TEST_F(GoalsTest, TheOtherMeasuresAreThoseOfTheDays) {
  sits(12);
  sits(12);
  EXPECT_EQ(of(Measure::longest_still_min).today, 20);
  EXPECT_EQ(of(Measure::breaks).week, 4);
  EXPECT_EQ(of(Measure::supported_pct).today, 50);
  EXPECT_EQ(of(Measure::sitting_h).week, 5);
}

TEST_F(GoalsTest, ADayWhoseMinutesAreGoneTellsNothingOfStillness) {
  sits(12);
  days.back().longest_still = 0ms;
  sits(12);
  EXPECT_FALSE(of(Measure::longest_still_min).week);
}

}  // namespace chairhub::goals_test
