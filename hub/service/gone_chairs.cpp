#include "hub/service/gone_chairs.h"

#include <algorithm>

#include "hub/mqtt/forget.h"
#include "hub/platform/journal.h"

namespace chairhub {

std::vector<ConfigGroup> forget_chairs_that_are_gone(const Config& config, Identity& identity) {
  std::vector<ConfigGroup> all;
  for (const std::string& id : identity.chairs()) {
    const bool is_there = std::any_of(config.chairs.begin(), config.chairs.end(),
                                      [&](const ChairConfig& one) { return one.chair.id == id; });
    const auto topics = chair_topics(config.mqtt.topic_root, id);
    if (is_there || !topics) continue;
    log_info(id + ": no longer configured; it is taken out of the broker");
    ConfigGroup group;
    for (const Message& message : forget_messages(*topics, config_topics(identity.announced(id))))
      group.push_back({message.topic, message.payload});
    all.push_back(std::move(group));
    identity.forget(id);
  }
  return all;
}

}  // namespace chairhub
