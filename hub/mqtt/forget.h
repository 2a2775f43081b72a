// What takes everything of a chair out of the broker and out of Home
// Assistant: empty retained messages on each retained topic.

#pragma once

#include <string>
#include <vector>

#include "hub/mqtt/message.h"
#include "hub/mqtt/topics.h"

namespace chairhub {

// `announced` are the topics of its announcement (config_topics()), and
// `topics.hub_availability` may be empty while other chairs still need it.
std::vector<Message> forget_messages(const Topics& topics, const std::vector<std::string>& announced);

}  // namespace chairhub
