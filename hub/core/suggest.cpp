#include "hub/core/suggest.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace chairhub {
namespace {

// Optimal string alignment: three rows of the usual table are enough.
std::size_t slips(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t wrong = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + wrong});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

}  // namespace

std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> known) {
  // One slip in three letters; nothing is suggested for a word all of whose letters would change.
  std::size_t allowed = std::max<std::size_t>(1, word.size() / 3);
  std::optional<std::string_view> best;
  for (std::string_view candidate : known) {
    const std::size_t distance = slips(word, candidate);
    if (distance > allowed || distance >= std::min(word.size(), candidate.size())) continue;
    if (best && distance == allowed) continue;
    best = candidate;
    allowed = distance;
  }
  return best;
}

}  // namespace chairhub
