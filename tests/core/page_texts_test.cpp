#include "hub/core/page_texts.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/core/alert.h"
#include "hub/core/calibration_steps.h"
#include "hub/core/goals.h"
#include "hub/core/pad_health.h"
#include "hub/core/posture.h"
#include "tests/core/text_places.h"

namespace chairhub::page_texts_test {

std::set<std::string> keys() {
  std::set<std::string> all;
  for (const PageText& one : page_texts(Language::english)) all.emplace(one.key);
  return all;
}

TEST(PageTexts, HaveTheSameKeysInEveryLanguage) {
  const auto english = page_texts(Language::english);
  for (const Language language : all_languages) {
    const auto words = page_texts(language);
    ASSERT_EQ(words.size(), english.size());
    for (std::size_t i = 0; i < words.size(); ++i) EXPECT_EQ(words[i].key, english[i].key);
  }
}

TEST(PageTexts, NameEachKeyOnce) {
  EXPECT_EQ(keys().size(), page_texts(Language::english).size());
}

TEST(PageTexts, AskForTheSameValuesInEveryLanguage) {
  const auto english = page_texts(Language::english);
  const auto german = page_texts(Language::german);
  for (std::size_t i = 0; i < english.size(); ++i) {
    EXPECT_FALSE(english[i].text.empty()) << english[i].key;
    EXPECT_FALSE(german[i].text.empty()) << german[i].key;
    EXPECT_EQ(places(german[i].text), places(english[i].text)) << english[i].key;
  }
}

// Comfort, movement and habits: no claim about health beyond the sentence that says so, and nobody is scolded.
TEST(PageTexts, NeitherClaimNorScold) {
  const std::set<std::string_view> disclaimers = {"app.disclaimer"};
  for (const Language language : all_languages)
    for (const PageText& one : page_texts(language)) {
      if (disclaimers.contains(one.key)) continue;
      std::string lower(one.text);
      for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      for (const std::string_view word : {"cure", "therap", "diagnos", "prevent", "patient", "bad ", "wrong", "heil",
                                          "vorbeugt", "krank", "schlecht", "falsch", "fehlhaltung"})
        EXPECT_EQ(lower.find(word), std::string::npos) << one.key << ": " << word;
    }
}

TEST(PageTexts, KnowEveryCodeOfTheHub) {
  std::set<std::string> needed;
  for (int i = 0; i <= static_cast<int>(Posture::unknown); ++i)
    needed.insert("posture." + std::string(to_string(static_cast<Posture>(i))));
  for (std::size_t i = 0; i < cause_count; ++i) needed.insert("cause." + std::string(to_string(static_cast<Cause>(i))));
  for (int i = 0; i <= static_cast<int>(Held::limit_reached); ++i)
    needed.insert("held." + std::string(to_string(static_cast<Held>(i))));
  for (int i = 0; i <= static_cast<int>(PadStatus::noisy); ++i)
    needed.insert("pad_status." + std::string(to_string(static_cast<PadStatus>(i))));
  for (const Measure measure : all_measures) needed.insert("measure." + std::string(to_string(measure)));
  for (int i = 0; i <= static_cast<int>(Change::less); ++i)
    needed.insert("change." + std::string(to_string(static_cast<Change>(i))));
  for (int i = 0; i <= static_cast<int>(CalibrationStep::failed); ++i)
    needed.insert("step." + std::string(to_string(static_cast<CalibrationStep>(i))));
  const auto known = keys();
  for (const std::string& key : needed) EXPECT_TRUE(known.contains(key)) << key;
}

}  // namespace chairhub::page_texts_test
