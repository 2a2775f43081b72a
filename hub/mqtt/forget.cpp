#include "hub/mqtt/forget.h"

namespace chairhub {

std::vector<Message> forget_messages(const Topics& topics, const std::vector<std::string>& announced) {
  std::vector<Message> messages;
  const auto clear = [&](const std::string& topic) {
    const auto token = static_cast<std::uint32_t>(messages.size() + 1);
    messages.push_back({.topic = topic, .payload = "", .qos = 1, .retain = true, .token = token});
  };
  // Home Assistant first, so that it does not see its entities turn unavailable.
  for (const std::string& topic : announced) clear(topic);
  for (const std::string& topic : {topics.state, topics.settings, topics.diag, topics.calibration,
                                   topics.sensors_availability, topics.availability, topics.hub_availability})
    if (!topic.empty()) clear(topic);
  return messages;
}

}  // namespace chairhub
