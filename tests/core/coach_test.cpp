#include "hub/core/coach.h"

#include <set>

#include <gtest/gtest.h>

namespace chairhub {
namespace {

const Exercise& exercise(std::string_view id) {
  for (const Exercise& one : exercises())
    if (one.id == id) return one;
  throw std::out_of_range(std::string(id));
}

TEST(CoachTest, KnowsFiveStretchesAndTwoStrengthExercises) {
  std::size_t strength = 0;
  for (const Exercise& one : exercises()) strength += one.strength ? 1 : 0;
  EXPECT_EQ(exercises().size(), 7u);
  EXPECT_EQ(strength, 2u);
}

TEST(CoachTest, EveryExerciseHasADoseStepsAndAPrecaution) {
  for (const Exercise& one : exercises()) {
    EXPECT_FALSE(one.dose.empty()) << one.id;
    EXPECT_FALSE(one.how.empty()) << one.id;
    EXPECT_FALSE(one.precaution.empty()) << one.id;
  }
}

TEST(CoachTest, EveryCauseHasARemedyFirst) {
  for (const Cause cause : all_causes) EXPECT_FALSE(advice_for(cause, 0).remedy.empty()) << to_string(cause);
}

TEST(CoachTest, WhileSeatedOnlyWhatCanBeDoneInTheChair) {
  for (const Cause cause : all_causes) {
    if (cause == Cause::sitting_too_long) continue;  // that one begins with getting up
    for (std::uint64_t turn = 0; turn < 6; ++turn)
      EXPECT_TRUE(exercise(advice_for(cause, turn).exercise_id).in_chair) << to_string(cause);
  }
}

TEST(CoachTest, StrengthIsNeverAnAnswerToAnAlert) {
  for (const Cause cause : all_causes)
    for (std::uint64_t turn = 0; turn < 6; ++turn)
      EXPECT_FALSE(exercise(advice_for(cause, turn).exercise_id).strength) << to_string(cause);
}

TEST(CoachTest, AfterBendingTheBackIsExtendedNotCurled) {
  EXPECT_EQ(advice_for(Cause::bent_forward, 0).exercise_id, "back_extension");
}

TEST(CoachTest, DoesNotAlwaysSayTheSame) {
  std::set<std::string_view> said;
  for (std::uint64_t turn = 0; turn < 3; ++turn) said.insert(advice_for(Cause::static_too_long, turn).exercise_id);
  EXPECT_EQ(said.size(), 3u);
}

}  // namespace
}  // namespace chairhub
