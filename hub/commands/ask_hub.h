// Asks the running hub for something, the way everybody else does: over the
// broker of the configuration.

#pragma once

#include <string>

#include "hub/config/config.h"
#include "hub/core/result.h"

namespace chairhub {

// Publishes `payload` on .../cmd/<name> of `chair`. Fails when no broker is
// configured, when it cannot be reached, or when no hub listens; whether the
// hub obeys, it says itself in .../diag.
Result<void> ask_hub(const Config& config, const std::string& chair, const std::string& name,
                     const std::string& payload);

}  // namespace chairhub
