// Changes components as their owner wishes. Decides which wishes can be
// granted. Private to this room.

#pragma once

#include <span>

#include "hub/core/home_assistant.h"
#include "hub/core/result.h"
#include "hub/mqtt/json.h"

namespace chairhub {

// A wish for an entity that only other chairs have is no mistake; one for an entity that no chair has is.
Result<void> grant(std::span<const EntityWish> wishes, Json& components);

}  // namespace chairhub
