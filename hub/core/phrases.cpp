#include "hub/core/phrases.h"

#include <array>
#include <vector>

#include "hub/core/page_texts_parts.h"
#include "hub/core/texts.h"

namespace chairhub {
namespace {

// Line by line, as the log's alerts hold the steps of an exercise.
void add_translations(std::vector<PageText>& all, Language from, Language to) {
  for (std::size_t key = 0; key < text_count; ++key) {
    const auto said = lines_of(say(static_cast<TextKey>(key), from));
    const auto meant = lines_of(say(static_cast<TextKey>(key), to));
    if (said.size() != meant.size()) continue;
    for (std::size_t line = 0; line < said.size(); ++line)
      if (said[line] != meant[line]) all.push_back({said[line], meant[line]});
  }
}

std::vector<PageText> phrases_to(Language language) {
  std::vector<PageText> all;
  if (language == Language::german)
    for (const auto part : {phrases_sitting_de(), phrases_refusals_de(), phrases_doctor_de(), phrases_sources_de()})
      all.insert(all.end(), part.begin(), part.end());
  for (const Language other : all_languages)
    if (other != language) add_translations(all, other, language);
  return all;
}

}  // namespace

std::span<const PageText> phrases(Language language) {
  static const std::array<std::vector<PageText>, std::size(all_languages)> all = [] {
    std::array<std::vector<PageText>, std::size(all_languages)> each;
    for (const Language one : all_languages) each.at(static_cast<std::size_t>(one)) = phrases_to(one);
    return each;
  }();
  return all.at(static_cast<std::size_t>(language));
}

}  // namespace chairhub
