#include "hub/mqtt/forget.h"

namespace chairhub {

std::vector<Message> forget_messages(const Topics& topics, const std::string& discovery_topic) {
  std::vector<Message> messages;
  const auto clear = [&](const std::string& topic) {
    const auto token = static_cast<std::uint32_t>(messages.size() + 1);
    messages.push_back({.topic = topic, .payload = "", .qos = 1, .retain = true, .token = token});
  };
  // Home Assistant first, so that it does not see its entities turn unavailable.
  if (!discovery_topic.empty()) clear(discovery_topic);
  for (const std::string& topic : {topics.state, topics.settings, topics.diag, topics.sensors_availability,
                                   topics.availability, topics.hub_availability})
    if (!topic.empty()) clear(topic);
  return messages;
}

}  // namespace chairhub
