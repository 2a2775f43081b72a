// Sees that a channel of a chip repeats another one, reading for reading, as
// happens when a multiplexer is stuck or a conversion is read too early. Two
// pads never move alike to the last count; a copy does.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace chairhub {

class CopiedChannels {
 public:
  // `pad_span` are the counts between an unloaded and a loaded pad.
  CopiedChannels(std::size_t channels, double pad_span);

  // Takes one complete scan of all channels of the chip.
  void update(std::span<const std::int32_t> counts);
  // Whether the channel reads exactly as another one does.
  bool is_copy(std::size_t channel) const { return is_copy_[channel]; }

 private:
  // How long two channels have read the same.
  struct Pair {
    std::uint32_t moves = 0;  // scans in which both changed
    std::int32_t lowest = 0;
    std::int32_t highest = 0;
  };

  bool lasts(const Pair& pair) const;

  double pad_span_;
  std::vector<std::int32_t> last_;
  std::vector<Pair> pairs_;  // of channels a < b
  std::vector<bool> is_copy_;
};

}  // namespace chairhub
