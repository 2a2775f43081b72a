// What takes everything of a chair out of the broker and out of Home
// Assistant: empty retained messages on each retained topic.

#pragma once

#include <string>
#include <vector>

#include "hub/mqtt/message.h"
#include "hub/mqtt/topics.h"

namespace chairhub {

// `discovery_topic` may be empty when nothing was ever announced, and
// `topics.hub_availability` while other chairs still need it.
std::vector<Message> forget_messages(const Topics& topics, const std::string& discovery_topic);

}  // namespace chairhub
