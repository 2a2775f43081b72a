#include "hub/service/gone_chairs.h"

#include <algorithm>

#include "hub/mqtt/forget.h"
#include "hub/platform/journal.h"

namespace chairhub {

std::vector<std::string> gone_chairs(const Config& config, const Identity& identity) {
  std::vector<std::string> gone = identity.chairs();
  std::erase_if(gone, [&](const std::string& id) {
    return std::any_of(config.chairs.begin(), config.chairs.end(),
                       [&](const ChairConfig& one) { return one.chair.id == id; });
  });
  return gone;
}

std::vector<ConfigGroup> removal_of_gone_chairs(const Config& config, const Identity& identity) {
  std::vector<ConfigGroup> all;
  for (const std::string& id : gone_chairs(config, identity)) {
    const auto topics = chair_topics(config.mqtt.topic_root, id);
    if (!topics) continue;
    log_info(id + ": no longer configured; it is taken out of the broker");
    ConfigGroup group;
    for (const Message& message : forget_messages(*topics, config_topics(identity.announced(id))))
      group.push_back({message.topic, message.payload});
    all.push_back(std::move(group));
  }
  return all;
}

}  // namespace chairhub
