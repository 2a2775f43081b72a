#include "drivers/simulated/pad_words.h"

#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "hub/core/suggest.h"

namespace chairhub::simulated {
namespace {

// Each pad's name and its place in its zone, with its index.
std::vector<std::pair<std::string, std::size_t>> pad_words(const Chair& chair) {
  std::vector<std::pair<std::string, std::size_t>> words;
  std::size_t seats = 0, backs = 0;
  for (std::size_t i = 0; i < chair.pads.size(); ++i) {
    const bool seat = chair.pads[i].zone == Zone::seat;
    words.emplace_back(chair.pads[i].name, i);
    words.emplace_back(seat ? fmt::format("seat.{}", ++seats) : fmt::format("back.{}", ++backs), i);
  }
  return words;
}

}  // namespace

Result<std::size_t> find_pad(const Chair& chair, const std::string& word, const std::string& where) {
  std::vector<std::string> names;
  const auto words = pad_words(chair);
  for (const auto& [name, index] : words) {
    if (name == word) return index;
    names.push_back(name);
  }
  const auto meant = nearest(word, std::vector<std::string_view>(names.begin(), names.end()));
  return failure(fmt::format("{}: chair '{}' has no pad '{}'{}; it has {}", where, chair.id, word,
                             meant ? fmt::format(", did you mean '{}'?", *meant) : "", fmt::join(names, ", ")));
}

}  // namespace chairhub::simulated
