// Takes everything this hub has left in the broker out of it.

#pragma once

#include <string>

#include "hub/config/config.h"
#include "hub/core/result.h"

namespace chairhub {

// `chair` empty: every chair of the configuration. Waits up to ten seconds
// for the broker.
Result<void> forget_in_broker(const Config& config, const std::string& chair);

}  // namespace chairhub
