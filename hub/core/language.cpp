#include "hub/core/language.h"

namespace chairhub {

std::string_view to_string(Language language) {
  return language == Language::german ? "de" : "en";
}

std::optional<Language> language_from(std::string_view name) {
  for (const Language language : all_languages)
    if (to_string(language) == name) return language;
  return std::nullopt;
}

}  // namespace chairhub
