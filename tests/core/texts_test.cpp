#include "hub/core/texts.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <stdexcept>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace chairhub::texts_test {

std::vector<TextKey> all_keys() {
  std::vector<TextKey> keys;
  for (std::size_t i = 0; i < text_count; ++i) keys.push_back(static_cast<TextKey>(i));
  return keys;
}

std::multiset<std::string> placeholders(std::string_view text) {
  std::multiset<std::string> names;
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1))
    names.emplace(text.substr(open, text.find('}', open) + 1 - open));
  return names;
}

// As people count, not bytes: every byte that does not go on with a character.
std::ptrdiff_t characters(std::string_view text) {
  return std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lower;
}

// What would make a comfort product a medical one, and what scolds.
std::vector<std::string_view> forbidden_in(Language language) {
  if (language == Language::german)
    return {"heil",    "therap",  "behandel", "diagnos",  "vorbeug", "verhinder",   "krank",      "patient",
            "medizin", "lindert", "kurier",   "schlecht", "falsch",  "fehlhaltung", "verletzung", "gesund"};
  return {"cure",  "heal",   "therap", "treat",   "diagnos", "prevent", "disease", "patient",
          "medic", "reliev", "remedy", "illness", "injur",   "bad ",    "wrong",   "incorrect"};
}

TEST(Texts, NoLanguageMissesOne) {
  for (const Language language : all_languages)
    for (const TextKey key : all_keys()) EXPECT_FALSE(say(key, language).empty()) << to_string(language);
}

TEST(Texts, AreTranslatedAndNotLeftInEnglish) {
  for (const TextKey key : all_keys())
    EXPECT_NE(say(key, Language::german), say(key, Language::english)) << say(key, Language::english);
}

TEST(Texts, AskForTheSameValuesInEveryLanguage) {
  for (const Language language : all_languages)
    for (const TextKey key : all_keys()) {
      const auto asked = placeholders(say(key, language));
      EXPECT_EQ(asked, placeholders(say(key, Language::english))) << say(key, language);
    }
}

// Home Assistant takes 255 characters for a state; values take up to 30 of them.
TEST(Texts, FitIntoAStateLineByLine) {
  for (const Language language : all_languages)
    for (const TextKey key : all_keys())
      for (const std::string_view line : lines_of(say(key, language)))
        EXPECT_LE(characters(line), placeholders(line).empty() ? 255 : 225) << line;
}

TEST(Texts, MakeNoMedicalClaimAndDoNotScold) {
  for (const Language language : all_languages)
    for (const TextKey key : all_keys()) {
      // The one denies a claim, the other names where the exercises come from.
      if (key == TextKey::not_a_medical_device || key == TextKey::exercise_credit) continue;
      for (const std::string_view word : forbidden_in(language))
        EXPECT_EQ(lower_case(say(key, language)).find(word), std::string::npos)
            << "\"" << word << "\" in: " << say(key, language);
    }
}

TEST(Texts, OnlyStepsHaveLines) {
  for (const Language language : all_languages)
    for (const TextKey key : all_keys()) {
      const std::size_t lines = lines_of(say(key, language)).size();
      EXPECT_EQ(lines, lines_of(say(key, Language::english)).size()) << say(key, language);
      if (lines > 1) {
        EXPECT_THAT(lines, testing::AllOf(testing::Ge(2U), testing::Le(5U))) << say(key, language);
      }
    }
}

TEST(Texts, AreFilledWithTheirValues) {
  EXPECT_EQ(fill("{a} of {b}, {a}", {{"a", "1"}, {"b", "2"}}), "1 of 2, 1");
  EXPECT_EQ(fill("nothing asked", {{"a", "1"}}), "nothing asked");
}

TEST(Texts, AValueThatIsNotGivenIsAMistakeOfTheProgram) {
  EXPECT_THROW(fill("{a} and {c}", {{"a", "1"}}), std::logic_error);
}

TEST(Texts, NumbersAreWrittenAsPeopleWriteThem) {
  EXPECT_EQ(number_in(Language::english, 7.5), "7.5");
  EXPECT_EQ(number_in(Language::german, 7.5), "7,5");
  EXPECT_EQ(number_in(Language::german, 10), "10");
  EXPECT_EQ(number_in(Language::english, 1234.56, 0), "1235");
}

TEST(Texts, StepsAreLines) {
  EXPECT_THAT(lines_of("One.\nTwo."), testing::ElementsAre("One.", "Two."));
  EXPECT_TRUE(lines_of("").empty());
  EXPECT_EQ(in_one_line("One.\nTwo."), "One. Two.");
}

}  // namespace chairhub::texts_test
