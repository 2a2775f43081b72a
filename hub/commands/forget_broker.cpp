#include "hub/commands/forget_broker.h"

#include "hub/mqtt/forget.h"
#include "hub/service/broker.h"
#include "hub/service/broker_visit.h"
#include "hub/service/identity.h"

namespace chairhub {
namespace {

// `with_hub`: also what speaks for several chairs.
Result<void> forget_chair(const MqttConfig& config, const std::string& chair, const Identity& identity, bool with_hub) {
  auto topics = chair_topics(config.topic_root, chair);
  if (!topics) return tl::unexpected(topics.error());
  if (with_hub) topics->hub_availability = hub_availability_topic(config.topic_root, identity.install_id());
  auto options = connection_options(config, device_id(identity.install_id(), chair));
  if (!options) return tl::unexpected(options.error());
  // The goodbye of this connection must not put back what it takes away.
  options->will = Message{topics->availability, "", 1, true, 0};

  const auto visit = BrokerVisit::begin(std::move(*options));
  if (!visit) return failure(visit.error().reason);
  for (const Message& message : forget_messages(*topics, config_topics(identity.announced(chair))))
    (*visit)->publish(message);
  (*visit)->leave();
  return {};
}

}  // namespace

Result<void> forget_in_broker(const Config& config, const std::string& chair) {
  if (!config.mqtt.enabled) return failure("[mqtt] is not enabled in " + config.file.string());
  const auto identity = Identity::load(identity_file(config.storage.database));
  if (!identity) return tl::unexpected(identity.error());
  for (const ChairConfig& one : config.chairs)
    if (chair.empty() || one.chair.id == chair)
      if (auto forgotten = forget_chair(config.mqtt, one.chair.id, *identity, chair.empty()); !forgotten)
        return forgotten;
  return {};
}

}  // namespace chairhub
