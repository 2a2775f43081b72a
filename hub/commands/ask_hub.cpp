#include "hub/commands/ask_hub.h"

#include <unistd.h>

#include <fmt/format.h>

#include "hub/service/broker.h"
#include "hub/service/broker_visit.h"

namespace chairhub {

Result<void> ask_hub(const Config& config, const std::string& chair, const std::string& name,
                     const std::string& payload) {
  if (!config.mqtt.enabled)
    return failure(fmt::format("{} has no [mqtt], and the hub is only reached over a broker: configure one",
                               config.file.string()));
  const auto topics = chair_topics(config.mqtt.topic_root, chair);
  if (!topics) return tl::unexpected(topics.error());
  auto options = connection_options(config.mqtt, fmt::format("chairhub-{}-ask-{}", chair, ::getpid()));
  if (!options) return tl::unexpected(options.error());
  options->subscriptions = {topics->availability};

  const auto visit = BrokerVisit::begin(std::move(*options));
  if (!visit) return failure(visit.error().reason);
  // It is retained and so comes at once, if there ever was a hub.
  std::string availability;
  (*visit)->listen(
      [&availability](const MqttReceived& message) {
        availability = message.payload;
        return true;
      },
      broker_patience);
  if (availability != "online")
    return failure(fmt::format("the hub does not run, or not with the broker at {}:{}: nobody would hear this",
                               config.mqtt.host, config.mqtt.port));
  (*visit)->publish({.topic = topics->cmd + name, .payload = payload, .qos = 1, .retain = false, .token = 1});
  (*visit)->leave();
  return {};
}

}  // namespace chairhub
