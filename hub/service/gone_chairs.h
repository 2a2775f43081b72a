// Finds what was announced for chairs that are no longer configured, renamed
// ones among them.

#pragma once

#include <string>
#include <vector>

#include "hub/config/config.h"
#include "hub/mqtt/discovery.h"
#include "hub/service/identity.h"

namespace chairhub {

std::vector<std::string> gone_chairs(const Config& config, const Identity& identity);
// The messages that take them out of the broker.
std::vector<ConfigGroup> removal_of_gone_chairs(const Config& config, const Identity& identity);

}  // namespace chairhub
