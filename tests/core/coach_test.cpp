#include "hub/core/coach.h"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/core/units.h"
#include "tests/support/moments.h"

namespace chairhub::coach_test {

using namespace std::chrono_literals;
using ::testing::AllOf;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class CoachTest : public testing::Test {
 protected:
  CoachTest() : chair{"desk", "desk", {}, std::nullopt} {}

  Advice is_alerted(Cause cause, const std::vector<Cause>& also_due = {}) {
    now = now + 30min;
    Alert alert;
    alert.cause = cause;
    alert.raised = now;
    alert.also_due = also_due;
    return coach.advise(alert, settings, kind);
  }
  std::set<std::string_view> offered_in(int alerts, Cause cause) {
    std::set<std::string_view> ids;
    for (int i = 0; i < alerts; ++i) ids.insert(is_alerted(cause).exercise_id);
    return ids;
  }
  Result<ExerciseAnswered> answers(std::string id, ExerciseAnswer answer) {
    return coach.answer({std::move(id), answer}, settings, now);
  }

  Chair chair;
  FixedOffset zone;
  Moment now = morning();
  Settings settings;
  ProfileKind kind = ProfileKind::standard;
  Coach coach{chair, zone, {}};
};

TEST_F(CoachTest, KnowsFiveStretchesAndTwoStrengthExercises) {
  std::size_t strength = 0;
  for (const Exercise& one : exercises()) strength += one.strength ? 1 : 0;
  EXPECT_EQ(exercises().size(), 7u);
  EXPECT_EQ(strength, 2u);
}

TEST_F(CoachTest, EveryCauseHasARemedyFirstInEveryLanguage) {
  for (const Language language : all_languages)
    for (const Cause cause : all_causes) {
      settings.language = language;
      EXPECT_FALSE(is_alerted(cause).remedy.empty()) << to_string(cause);
    }
}

TEST_F(CoachTest, WhileSeatedOnlyWhatCanBeDoneInTheChair) {
  for (const Cause cause : all_causes) {
    if (cause == Cause::sitting_too_long) continue;  // that one begins with getting up
    for (const std::string_view id : offered_in(6, cause))
      EXPECT_TRUE(find_exercise(id)->in_chair) << to_string(cause) << " " << id;
  }
}

TEST_F(CoachTest, AfterGettingUpWhatIsDoneStanding) {
  EXPECT_EQ(is_alerted(Cause::sitting_too_long).exercise_id, "standing_curl_down");
}

TEST_F(CoachTest, StrengthIsNeverAnAnswerToAnAlert) {
  for (const Cause cause : all_causes)
    for (const std::string_view id : offered_in(6, cause)) EXPECT_FALSE(find_exercise(id)->strength) << id;
}

TEST_F(CoachTest, AfterLongBendingTheBackIsExtendedNotCurled) {
  EXPECT_EQ(is_alerted(Cause::bent_forward).exercise_id, "back_extension");
  for (int i = 0; i < 5; ++i)
    EXPECT_NE(is_alerted(Cause::sitting_too_long, {Cause::bent_forward}).exercise_id, "standing_curl_down");
}

TEST_F(CoachTest, DoesNotAlwaysSayTheSame) {
  std::string_view last;
  for (int i = 0; i < 10; ++i) {
    const std::string_view id = is_alerted(Cause::static_too_long).exercise_id;
    EXPECT_NE(id, last);
    last = id;
  }
  EXPECT_EQ(offered_in(3, Cause::static_too_long).size(), 3U);
}

TEST_F(CoachTest, WhatWasSkippedIsNotOfferedAgainThatDay) {
  is_alerted(Cause::static_too_long);
  ASSERT_TRUE(answers("mid_back_rotation", ExerciseAnswer::skip));
  EXPECT_EQ(offered_in(6, Cause::static_too_long).count("mid_back_rotation"), 0U);
  now = now + std::chrono::days(2);
  EXPECT_EQ(offered_in(3, Cause::static_too_long).count("mid_back_rotation"), 1U);
}

TEST_F(CoachTest, WhatWasDoneIsPreferred) {
  ASSERT_TRUE(answers("back_extension", ExerciseAnswer::done));
  ASSERT_TRUE(answers("back_extension", ExerciseAnswer::done));
  ASSERT_TRUE(answers("side_bend", ExerciseAnswer::skip));
  is_alerted(Cause::asymmetric);
  EXPECT_NE(is_alerted(Cause::static_too_long).exercise_id, "side_bend");
  CoachResume memory;
  memory.answers = {{"back_extension", ExerciseAnswer::done, now.wall},
                    {"back_extension", ExerciseAnswer::done, now.wall},
                    {"back_extension", ExerciseAnswer::done, now.wall}};
  memory.offers = {{Cause::static_too_long, now.wall, "mid_back_rotation", false}};
  EXPECT_EQ(advice_for({Cause::static_too_long, true, false, now.wall}, memory, {}, Language::english).exercise_id,
            "back_extension");
}

TEST_F(CoachTest, WhatHurtsIsNeverOfferedAgainUntilItIsTakenBack) {
  is_alerted(Cause::static_too_long);
  const auto answered = answers("", ExerciseAnswer::hurts);  // the one that was just offered
  ASSERT_TRUE(answered);
  EXPECT_EQ(answered->exercise, "mid_back_rotation");
  EXPECT_EQ(answered->answer, ExerciseAnswer::hurts);
  for (const Cause cause : all_causes) EXPECT_EQ(offered_in(8, cause).count("mid_back_rotation"), 0U);
  ASSERT_TRUE(Coach::restore({"mid_back_rotation"}, settings));
  EXPECT_EQ(offered_in(3, Cause::static_too_long).count("mid_back_rotation"), 1U);
}

TEST_F(CoachTest, WithNothingLeftTheRemedyStandsAlone) {
  for (const Exercise& one : exercises()) settings.retired_exercises.emplace(one.id);
  for (const Cause cause : all_causes) {
    const Advice advice = is_alerted(cause);
    EXPECT_TRUE(advice.exercise_id.empty());
    EXPECT_FALSE(advice.remedy.empty());
  }
}

TEST_F(CoachTest, RefusalsNameWhatThereIs) {
  const auto unknown = answers("push_up", ExerciseAnswer::done);
  ASSERT_FALSE(unknown);
  EXPECT_THAT(unknown.error().message,
              AllOf(HasSubstr("push_up"), HasSubstr("back_extension"), HasSubstr("band_rows")));
  EXPECT_FALSE(answers("", ExerciseAnswer::done)) << "nothing was offered yet";
  EXPECT_FALSE(Coach::restore({"push_up"}, settings));
  settings.retired_exercises = {"side_bend"};
  const auto restored = Coach::restore({"arm_opener"}, settings);
  ASSERT_FALSE(restored);
  EXPECT_THAT(restored.error().message, HasSubstr("retired: side_bend"));
}

TEST_F(CoachTest, NoSideBendInAChairWithArmrests) {
  chair.armrests = true;
  EXPECT_THAT(offered_in(6, Cause::static_too_long), testing::Not(testing::Contains("side_bend")));
  EXPECT_TRUE(is_alerted(Cause::asymmetric).exercise_id.empty());
  chair.armrests = false;
  EXPECT_EQ(is_alerted(Cause::asymmetric).precaution, say(TextKey::side_bend_precaution, Language::english));
}

TEST_F(CoachTest, NamesTheConditionWhereArmrestsAreUnknown) {
  const Advice advice = is_alerted(Cause::asymmetric);
  EXPECT_EQ(advice.exercise_id, "side_bend");
  EXPECT_EQ(advice.precaution, say(TextKey::side_bend_precaution_armrests, Language::english));
}

TEST_F(CoachTest, SomebodyInAWheelchairIsNeverAskedToStand) {
  kind = ProfileKind::wheelchair;
  for (const Language language : all_languages) {
    settings.language = language;
    for (const Cause cause : all_causes)
      for (int i = 0; i < 8; ++i) {
        const Advice advice = is_alerted(cause);
        EXPECT_TRUE(find_exercise(advice.exercise_id)->in_chair) << advice.exercise_id;
        for (const std::string_view words : {advice.remedy, advice.exercise_how, advice.precaution, advice.hint})
          for (const std::string_view word : {"tand", "et up", "teh", "ufsteh", "reppe"})
            EXPECT_EQ(words.find(word), std::string_view::npos) << words;
      }
  }
  settings.language = Language::english;
  EXPECT_THAT(std::string(is_alerted(Cause::static_too_long).remedy), HasSubstr("Shift your weight"));
}

TEST_F(CoachTest, GoesOnFromWhatTheLogKnows) {
  CoachResume resume;
  resume.offers = {{Cause::static_too_long, now.wall - 1h, "side_bend", false}};
  Coach restarted(chair, zone, resume);
  const auto answered = restarted.answer({"", ExerciseAnswer::done}, settings, now);
  ASSERT_TRUE(answered);
  EXPECT_EQ(answered->exercise, "side_bend");
}

class HintTest : public CoachTest {
 protected:
  void is_alerted_on_days_before(Cause cause, std::initializer_list<int> days) {
    for (const int day : days) memory.offers.push_back({cause, now.wall - std::chrono::days(day), "", false});
  }
  std::string_view hint(Cause cause) const { return hint_for(cause, memory, kind, settings.language, zone, now.wall); }
  CoachResume memory;
};

TEST_F(HintTest, NothingIsSaidOfTheWorkplaceBeforeACauseKeepsComingBack) {
  is_alerted_on_days_before(Cause::bent_forward, {1, 0, 0, 0});
  EXPECT_THAT(hint(Cause::bent_forward), IsEmpty());
}

TEST_F(HintTest, ThreeOfTheLastFiveDaysAreEnough) {
  is_alerted_on_days_before(Cause::unsupported_upright, {4, 2, 0});
  EXPECT_EQ(hint(Cause::unsupported_upright), say(TextKey::hint_cushion, Language::english));
  EXPECT_THAT(hint(Cause::bent_forward), IsEmpty());
}

TEST_F(HintTest, DaysThatAreLongerAgoDoNotCount) {
  is_alerted_on_days_before(Cause::unsupported_upright, {6, 5, 4, 0});
  EXPECT_THAT(hint(Cause::unsupported_upright), IsEmpty());
}

TEST_F(HintTest, AtMostOneAWeekWhateverTheCause) {
  int hints = 0;
  for (int day = 0; day < 21; ++day) {
    for (const Cause cause : {Cause::bent_forward, Cause::unsupported_upright, Cause::static_too_long})
      hints += is_alerted(cause).hint.empty() ? 0 : 1;
    now = now + (24h - 90min);
  }
  EXPECT_EQ(hints, 3);
}

}  // namespace chairhub::coach_test
