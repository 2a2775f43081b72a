// The places of a text: "{name}" and the like, each as often as it stands there.

#pragma once

#include <set>
#include <string>
#include <string_view>

namespace chairhub {

inline std::multiset<std::string> places(std::string_view text) {
  std::multiset<std::string> names;
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1))
    names.emplace(text.substr(open, text.find('}', open) + 1 - open));
  return names;
}

}  // namespace chairhub
