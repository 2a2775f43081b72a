// Finds what was announced for chairs that are no longer configured, renamed
// ones among them.

#pragma once

#include <vector>

#include "hub/config/config.h"
#include "hub/mqtt/discovery.h"
#include "hub/service/identity.h"

namespace chairhub {

// The messages that take them out of the broker; the identity knows them no more.
std::vector<ConfigGroup> forget_chairs_that_are_gone(const Config& config, Identity& identity);

}  // namespace chairhub
