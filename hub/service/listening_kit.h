// Makes a kit on a radio one that can be scanned, for a command that works
// with one chair: listens to the broker for it and gives its frames as they
// come, with their own times.

#pragma once

#include <memory>

#include "hub/config/config.h"
#include "hub/core/kit.h"
#include "hub/service/kit_topics.h"

namespace chairhub {

// `kit` has a receiver(). A scan waits for the next frame, at most a second: then every pad is missing.
Result<std::unique_ptr<Kit>> listen_to(std::unique_ptr<Kit> kit, const MqttConfig& config, const KitTopic& topic);

}  // namespace chairhub
