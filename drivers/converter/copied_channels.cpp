#include "drivers/converter/copied_channels.h"

#include <algorithm>

namespace chairhub {
namespace {

// Engineering defaults. Fifty readings that change and stay the same to the last count, over a movement that is
// plainly a load and not noise, do not happen by chance on ten bits or more.
constexpr std::uint32_t enough_moves = 50;
constexpr double enough_of_span = 0.02;

}  // namespace

CopiedChannels::CopiedChannels(std::size_t channels, double pad_span)
    : pad_span_(pad_span), pairs_(channels * (channels - 1) / 2), is_copy_(channels) {}

void CopiedChannels::update(std::span<const std::int32_t> counts) {
  std::fill(is_copy_.begin(), is_copy_.end(), false);
  std::size_t next = 0;
  for (std::size_t a = 0; a < counts.size(); ++a)
    for (std::size_t b = a + 1; b < counts.size(); ++b) {
      Pair& pair = pairs_[next++];
      if (counts[a] != counts[b]) {
        pair = {};
        continue;
      }
      if (!last_.empty() && last_[a] == counts[a]) continue;  // not moving says nothing
      pair.lowest = pair.moves == 0 ? counts[a] : std::min(pair.lowest, counts[a]);
      pair.highest = pair.moves == 0 ? counts[a] : std::max(pair.highest, counts[a]);
      pair.moves = std::min(pair.moves + 1, enough_moves);
    }
  next = 0;
  for (std::size_t a = 0; a < counts.size(); ++a)
    for (std::size_t b = a + 1; b < counts.size(); ++b)
      if (lasts(pairs_[next++])) is_copy_[a] = is_copy_[b] = true;
  last_.assign(counts.begin(), counts.end());
}

bool CopiedChannels::lasts(const Pair& pair) const {
  const double moved = static_cast<double>(pair.highest) - pair.lowest;
  return pair.moves >= enough_moves && moved >= enough_of_span * pad_span_;
}

}  // namespace chairhub
