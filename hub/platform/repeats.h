// Keeps trouble that happens again and again from filling the journal: the
// same words are said once, then counted.
//
// Thread rule: one thread at a time.

#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "hub/core/time.h"

namespace chairhub {

class Repeats {
 public:
  static constexpr Millis silent_for = Minutes{1};
  static constexpr std::size_t most_texts = 100;  // beyond that the oldest is forgotten

  // What to say now: the words, with how often they were held back since they were last said; unset when they were
  // said within `silent_for`.
  std::optional<std::string> said(std::string_view text, SteadyTime now);

 private:
  struct Said {
    SteadyTime at{};
    std::size_t held_back = 0;
  };
  void forget_the_oldest();

  std::map<std::string, Said, std::less<>> texts_;
};

}  // namespace chairhub
