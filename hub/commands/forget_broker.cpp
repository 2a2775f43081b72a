#include "hub/commands/forget_broker.h"

#include <poll.h>

#include <memory>

#include <fmt/format.h>

#include "hub/mqtt/forget.h"
#include "hub/platform/clock.h"
#include "hub/platform/mailbox.h"
#include "hub/service/broker.h"
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

  Mailbox<MqttEvent> events(1024);
  auto connection =
      Connection::make(std::move(*options), [&events](MqttEvent e) { events.put(std::move(e)); }, random_source());
  if (!connection) return tl::unexpected(connection.error());
  std::string trouble = "no answer";
  const SteadyTime end = moment_now().steady + broker_patience;
  while (!(*connection)->is_connected() && moment_now().steady < end) {
    (*connection)->turn(moment_now().steady);
    pollfd waiting{events.fd(), POLLIN, 0};
    ::poll(&waiting, 1, 200);
    for (const MqttEvent& event : events.take()) {
      (*connection)->note(event, moment_now().steady);
      if (const auto* gone = std::get_if<MqttDisconnected>(&event)) trouble = gone->reason;
    }
  }
  if (!(*connection)->is_connected())
    return failure(fmt::format("the broker at {}:{} could not be reached: {}", config.host, config.port, trouble));
  for (const Message& message : forget_messages(*topics, identity.announced(chair).topic))
    (*connection)->publish(message);
  (*connection)->close(broker_patience);
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
