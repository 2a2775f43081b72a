// Where kits on a radio send, worked out from the whole configuration and
// refused where it cannot be right.

#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "hub/config/config.h"
#include "hub/core/kit.h"

namespace chairhub {

struct KitTopic {
  std::size_t chair = 0;  // its place in the configuration
  std::string chair_id;
  std::string topic;    // what the kit sends below: "chairhub/desk/kit"
  double rate_hz = 10;  // frames a second that are expected
};

std::string frames_topic(const std::string& topic);
std::string kit_availability_topic(const std::string& topic);

// What `kit`, which is `chair`'s, sends below. Refuses it without a broker, and a topic that cannot be one or is
// the hub's own.
Result<std::string> kit_topic(const FrameReceiver& kit, const Config& config, const Chair& chair);

// Of those of `kits`, one for each chair, that send by themselves. Refuses topics that
// two kits share, too.
Result<std::vector<KitTopic>> kit_topics(const Config& config, std::span<const std::unique_ptr<Kit>> kits);

}  // namespace chairhub
