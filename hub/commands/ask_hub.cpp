#include "hub/commands/ask_hub.h"

#include <poll.h>
#include <unistd.h>

#include <memory>
#include <optional>

#include <fmt/format.h>

#include "hub/platform/clock.h"
#include "hub/platform/mailbox.h"
#include "hub/service/broker.h"

namespace chairhub {
namespace {

// What the broker tells while this waits for the hub's availability, which is
// retained and so comes at once.
struct Heard {
  std::string trouble = "no answer";
  std::optional<std::string> availability;
};

Heard listen(Connection& connection, Mailbox<MqttEvent>& events, const std::string& availability_topic) {
  Heard heard;
  const SteadyTime end = moment_now().steady + broker_patience;
  while (!heard.availability && moment_now().steady < end) {
    connection.turn(moment_now().steady);
    pollfd waiting{events.fd(), POLLIN, 0};
    ::poll(&waiting, 1, 200);
    for (const MqttEvent& event : events.take()) {
      connection.note(event, moment_now().steady);
      if (const auto* gone = std::get_if<MqttDisconnected>(&event)) heard.trouble = gone->reason;
      const auto* received = std::get_if<MqttReceived>(&event);
      if (received && received->topic == availability_topic) heard.availability = received->payload;
    }
  }
  return heard;
}

}  // namespace

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

  Mailbox<MqttEvent> events(1024);
  auto connection =
      Connection::make(std::move(*options), [&events](MqttEvent e) { events.put(std::move(e)); }, random_source());
  if (!connection) return tl::unexpected(connection.error());
  const Heard heard = listen(**connection, events, topics->availability);
  if (!(*connection)->is_connected())
    return failure(
        fmt::format("the broker at {}:{} could not be reached: {}", config.mqtt.host, config.mqtt.port, heard.trouble));
  if (heard.availability != "online")
    return failure(fmt::format("the hub does not run, or not with the broker at {}:{}: nobody would hear this",
                               config.mqtt.host, config.mqtt.port));
  (*connection)->publish({.topic = topics->cmd + name, .payload = payload, .qos = 1, .retain = false, .token = 1});
  (*connection)->close(broker_patience);
  return {};
}

}  // namespace chairhub
