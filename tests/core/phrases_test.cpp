#include "hub/core/phrases.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "hub/core/texts.h"
#include "tests/core/text_places.h"

namespace chairhub::phrases_test {

std::string meaning(std::string_view said, Language language) {
  for (const PageText& one : phrases(language))
    if (one.key == said) return std::string(one.text);
  return "";
}

TEST(Phrases, NeitherLoseNorInventAValue) {
  for (const Language language : all_languages)
    for (const PageText& one : phrases(language)) {
      const auto said = places(one.key);
      const auto meant = places(one.text);
      EXPECT_EQ(std::set(meant.begin(), meant.end()), std::set(said.begin(), said.end())) << one.key;
    }
}

TEST(Phrases, MeanOneThingEach) {
  for (const Language language : all_languages) {
    std::map<std::string_view, std::string_view> seen;
    for (const PageText& one : phrases(language))
      EXPECT_EQ(seen.emplace(one.key, one.text).first->second, one.text) << one.key;
  }
}

TEST(Phrases, KnowWhatTheLogKeptInTheOtherLanguage) {
  for (const TextKey key : {TextKey::alert_bent_forward, TextKey::remedy_asymmetric, TextKey::leaves_to_broker}) {
    EXPECT_EQ(meaning(say(key, Language::english), Language::german), say(key, Language::german));
    EXPECT_EQ(meaning(say(key, Language::german), Language::english), say(key, Language::english));
  }
}

TEST(Phrases, KnowTheStepsOfEveryExercise) {
  for (const TextKey steps :
       {TextKey::back_extension_steps, TextKey::mid_back_rotation_steps, TextKey::side_bend_steps,
        TextKey::curl_down_steps, TextKey::arm_opener_steps, TextKey::band_rows_steps, TextKey::prone_salute_steps})
    for (const std::string_view line : lines_of(say(steps, Language::english)))
      EXPECT_NE(meaning(line, Language::german), "") << line;
}

}  // namespace chairhub::phrases_test
