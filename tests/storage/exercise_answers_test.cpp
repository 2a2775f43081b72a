#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/storage/forget.h"
#include "tests/storage/story.h"

namespace chairhub::exercise_answers_test {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class ExerciseAnswersTest : public LogStory {
 protected:
  ExerciseAnswersTest() { hub_starts(); }

  void answers(const std::string& exercise, ExerciseAnswer answer) {
    log->append("desk", ExerciseAnswered{exercise, answer, now});
    commits();
  }
  std::vector<LoggedAnswer> logged(WallRange range = ever) const {
    return reader().exercise_answers("desk", range).value();
  }
};

TEST_F(ExerciseAnswersTest, AreKeptInTheirOrder) {
  answers("side_bend", ExerciseAnswer::hurts);
  passes(1h);
  answers("arm_opener", ExerciseAnswer::done);
  ASSERT_THAT(logged(), SizeIs(2));
  EXPECT_EQ(logged()[0].exercise, "side_bend");
  EXPECT_EQ(logged()[0].answer, ExerciseAnswer::hurts);
  EXPECT_EQ(logged()[0].at, monday_morning);
  EXPECT_EQ(logged()[1].answer, ExerciseAnswer::done);
  EXPECT_THAT(logged({monday_morning + 1min, monday_morning + 2h}), SizeIs(1));
}

TEST_F(ExerciseAnswersTest, MoveWithTheClockWhenItIsSet) {
  machine_boots_again(1h);
  hub_starts(false);
  const WallTime by_the_wrong_clock = now.wall;
  answers("side_bend", ExerciseAnswer::skip);
  clock_is_set_by(48h);
  commits();
  EXPECT_EQ(logged().back().at, by_the_wrong_clock + 48h);
}

TEST_F(ExerciseAnswersTest, AreDeletedAfterAYear) {
  answers("side_bend", ExerciseAnswer::done);
  passes(std::chrono::days(366));
  answers("arm_opener", ExerciseAnswer::done);
  ASSERT_TRUE(log->retain(now.wall, {}));
  ASSERT_THAT(logged(), SizeIs(1));
  EXPECT_EQ(logged()[0].exercise, "arm_opener");
}

TEST_F(ExerciseAnswersTest, AreForgottenWithTheirDayOrWithEverything) {
  answers("side_bend", ExerciseAnswer::done);
  passes(24h);
  answers("arm_opener", ExerciseAnswer::done);
  hub_stops();
  ASSERT_TRUE(forget(files.database, {"desk", WallRange{monday_morning, monday_morning + 1h}}));
  EXPECT_THAT(logged(), SizeIs(1));
  ASSERT_TRUE(forget(files.database, {}));
  EXPECT_THAT(logged(), IsEmpty());
}

class CoachSettingsTest : public LogStory {
 protected:
  CoachSettingsTest() { hub_starts(); }
  RestoredSettings restored(const Settings& configured = {}) const {
    return reader().settings("desk", configured).value();
  }
};

TEST_F(CoachSettingsTest, LanguageAndRetiredExercisesSurviveARestart) {
  Settings changed;
  changed.language = Language::german;
  changed.retired_exercises = {"arm_opener", "side_bend"};
  log->save_settings("desk", changed, {}, now);
  commits();
  EXPECT_EQ(restored().settings.language, Language::german);
  EXPECT_THAT(restored().settings.retired_exercises, ElementsAre("arm_opener", "side_bend"));
  changed.retired_exercises.clear();
  log->save_settings("desk", changed, {}, now);
  commits();
  EXPECT_THAT(restored().settings.retired_exercises, IsEmpty());
}

TEST_F(CoachSettingsTest, WhatIsNotKnownIsRefusedWithWhatIs) {
  hub_stops();
  Settings odd;
  odd.retired_exercises = {"push_up"};
  hub_starts();
  log->save_settings("desk", odd, {}, now);
  commits();
  EXPECT_THAT(restored().refused, ElementsAre(HasSubstr("there is no exercise \"push_up\"")));
}

class DayTotalsTest : public LogStory {};

TEST_F(DayTotalsTest, AreThoseOfEachLocalDayAlsoOfEmptyOnes) {
  hub_starts();
  for (int day = 0; day < 3; ++day) {
    if (day != 1) {
      sits_down();
      passes(30min);
      gets_up(5);
    }
    passes(24h - (day != 1 ? 30min : 0min));
  }
  commits();
  const FixedOffset zone;
  const WallTime first = zone.midnight_before(monday_morning);
  const auto days = reader().day_totals("desk", {first, first + 72h}, zone).value();
  ASSERT_THAT(days, SizeIs(3));
  EXPECT_EQ(days[0].day, first);
  EXPECT_EQ(days[0].totals.sitting, 30min);
  EXPECT_EQ(days[0].totals.shifts, 5U);
  EXPECT_EQ(days[1].totals.sitting, 0min);
  EXPECT_EQ(days[2].totals.sitting, 30min);
  EXPECT_THAT(reader().day_totals("desk", {first + 1h, first + 25h}, zone).value(), SizeIs(1))
      << "only days that begin in the range";
}

}  // namespace chairhub::exercise_answers_test
