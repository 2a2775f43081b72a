// What leaves the hub, in words for its owner: how far their data go, and to
// whom. Read from the configuration, so that it is what is done.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hub/config/config.h"
#include "hub/core/language.h"

namespace chairhub {

// "nothing": all stays on this machine; "summaries": what was judged goes to the broker; "raw": pads' counts too.
std::string_view privacy_tier(const MqttConfig& mqtt);

// One sentence for each way out; at least one.
std::vector<std::string> leaves_the_hub(const Config& config, Language language);

}  // namespace chairhub
