// Which channel of which chip each pad hangs on: what the configuration says
// with `channel`, else the pads in the order of the channels.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "hub/core/chair.h"
#include "hub/core/kit.h"
#include "hub/core/result.h"

namespace chairhub {

// A chip as the configuration names it: "0x48" in "0x48:3".
struct ChipChannels {
  std::string label;
  std::uint32_t channels = 0;
};

struct ChannelPlace {
  std::size_t chip = 0;
  std::uint32_t channel = 0;

  friend bool operator==(const ChannelPlace&, const ChannelPlace&) = default;
};

// One place for each pad of the chair, no two the same.
Result<std::vector<ChannelPlace>> map_channels(const KitConfig& config, const Chair& chair,
                                               std::span<const ChipChannels> chips);

}  // namespace chairhub
