#include "hub/service/chair_link.h"

#include <fmt/format.h>

#include "hub/platform/journal.h"
#include "hub/service/broker.h"

namespace chairhub {
Result<std::unique_ptr<ChairLink>> ChairLink::make(const MqttConfig& config, const ChairConfig& its, Identity& identity,
                                                   const Settings& settings, const Diag& diag, Handlers handlers) {
  const Chair& chair = its.chair;
  auto topics = chair_topics(config.topic_root, chair.id);
  if (!topics) return tl::unexpected(topics.error());
  auto options = connection_options(config, *topics, device_id(identity.install_id(), chair.id));
  if (!options) return tl::unexpected(options.error());
  options->subscriptions = {topics->set_filter(), topics->cmd_filter()};
  if (config.discovery) options->subscriptions.push_back(config.birth_topic);

  std::optional<Discovery> discovery;
  const Announced before = identity.announced(chair.id);
  if (config.discovery) {
    auto made = discover({config.discovery_prefix, identity.install_id(), diag.version, chair, its.profiles, *topics,
                          before.components});
    if (!made) return tl::unexpected(made.error());
    discovery = std::move(*made);
    if (auto kept = identity.remember(chair.id, {discovery->topic, discovery->components}); !kept)
      return tl::unexpected(kept.error());
  }
  auto on_event = handlers.on_event;
  std::unique_ptr<ChairLink> link(new ChairLink(
      config, *topics, {chair, *topics, std::move(discovery), random_source(), settings, diag}, std::move(handlers)));
  auto connection = Connection::make(std::move(*options), std::move(on_event), random_source());
  if (!connection) return tl::unexpected(connection.error());
  link->connection_ = std::move(*connection);
  return link;
}

ChairLink::ChairLink(const MqttConfig& config, Topics topics, AnnouncerOptions options, Handlers handlers)
    : birth_topic_(config.discovery ? config.birth_topic : ""),
      birth_payload_(config.birth_payload),
      where_(fmt::format("mqtt {}:{} for {}", config.host, config.port, options.chair.id)),
      topics_(std::move(topics)),
      handlers_(std::move(handlers)),
      announcer_(std::move(options)) {}

void ChairLink::handle(const MqttEvent& event, Moment now, const ChairClock& clock) {
  if (!connection_->note(event, now.steady)) return;
  if (std::holds_alternative<MqttConnected>(event)) {
    log_info(where_ + ": connected");
    told_trouble_ = false;
    has_tried_ = true;
    announcer_.connected();
  } else if (const auto* gone = std::get_if<MqttDisconnected>(&event)) {
    // The same trouble is told once, not at each of the many tries.
    if (!told_trouble_) log_warning(where_ + ": " + gone->reason);
    told_trouble_ = true;
    has_tried_ = true;
    missed_.clear();
    announcer_.disconnected();
  } else if (const auto* message = std::get_if<MqttReceived>(&event)) {
    receive(*message, clock.chair_time(now).steady);
  } else if (const auto* refused = std::get_if<MqttRefused>(&event)) {
    log_warning(where_ + ": " + refused->reason);
  } else if (const auto* delivered = std::get_if<MqttDelivered>(&event)) {
    const bool as_missed = missed_.erase(delivered->token) > 0;
    if (const auto alert = announcer_.delivered(delivered->token)) handlers_.delivered(*alert, as_missed);
  }
}

void ChairLink::receive(const MqttReceived& message, SteadyTime chair_now) {
  if (message.topic == birth_topic_) {
    if (message.payload == birth_payload_) announcer_.birth(chair_now);
    return;
  }
  handlers_.command(parse_command(topics_, message.topic, message.payload, message.retained));
}

std::optional<SteadyTime> ChairLink::turn(Moment now, const ChairClock& clock) {
  std::optional<SteadyTime> next = connection_->turn(now.steady);
  const Announcer::Turn turn = announcer_.turn(clock.chair_time(now).steady, connection_->room());
  for (const Message& message : turn.messages) publish(message);
  if (turn.next) {
    const SteadyTime again = clock.real_time(*turn.next);
    next = next ? std::min(*next, again) : again;
  }
  return next;
}

void ChairLink::publish(const Message& message) {
  if (message.topic == topics_.alert_missed) missed_.insert(message.token);
  connection_->publish(message);
}

void ChairLink::close() {
  if (connection_->is_connected())
    for (const Message& message : announcer_.farewell()) connection_->publish(message);
  connection_->close(Millis(2000));
}

}  // namespace chairhub
