#include "hub/core/page_texts.h"

#include <stdexcept>
#include <vector>

#include "hub/core/page_texts_parts.h"

namespace chairhub {
namespace {

std::vector<PageText> joined(std::initializer_list<std::span<const PageText>> parts) {
  std::vector<PageText> all;
  for (const auto part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

}  // namespace

std::span<const PageText> page_texts(Language language) {
  static const std::vector<PageText> english =
      joined({page_common_en(), page_codes_en(), page_now_en(), page_day_en(), page_trends_en(), page_coach_en(),
              page_chair_en(), page_settings_en(), page_thresholds_en()});
  static const std::vector<PageText> german =
      joined({page_common_de(), page_codes_de(), page_now_de(), page_day_de(), page_trends_de(), page_coach_de(),
              page_chair_de(), page_settings_de(), page_thresholds_de()});
  switch (language) {
    case Language::english:
      return english;
    case Language::german:
      return german;
  }
  throw std::logic_error("a language without words for the page");
}

}  // namespace chairhub
