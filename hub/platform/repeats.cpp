#include "hub/platform/repeats.h"

#include <algorithm>

#include <fmt/format.h>

namespace chairhub {

std::optional<std::string> Repeats::said(std::string_view text, SteadyTime now) {
  const auto known = texts_.find(text);
  if (known == texts_.end()) {
    if (texts_.size() >= most_texts) forget_the_oldest();
    texts_.emplace(text, Said{now, 0});
    return std::string(text);
  }
  Said& before = known->second;
  if (now - before.at < silent_for) {
    ++before.held_back;
    return std::nullopt;
  }
  const std::size_t held_back = before.held_back;
  before = {now, 0};
  return held_back == 0 ? std::string(text) : fmt::format("{} (and {} times since it was last said)", text, held_back);
}

void Repeats::forget_the_oldest() {
  texts_.erase(std::min_element(texts_.begin(), texts_.end(),
                                [](const auto& a, const auto& b) { return a.second.at < b.second.at; }));
}

}  // namespace chairhub
