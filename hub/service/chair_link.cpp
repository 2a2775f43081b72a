#include "hub/service/chair_link.h"

#include "hub/service/broker.h"

namespace chairhub {

Result<std::unique_ptr<ChairLink>> ChairLink::make(const MqttConfig& config, const ChairConfig& its, Identity& identity,
                                                   const Settings& settings, const Diag& diag, Place place,
                                                   Handlers handlers) {
  const Chair& chair = its.chair;
  std::optional<Discovery> discovery;
  const Announced before = identity.announced(chair.id);
  if (config.discovery) {
    auto made = discover({config.discovery_prefix, identity.install_id(), diag.version, chair, its.profiles,
                          place.topics, before.components});
    if (!made) return tl::unexpected(made.error());
    discovery = std::move(*made);
    identity.remember(chair.id, {discovery->topic, discovery->components});
  }
  std::vector<std::string> common;
  if (config.discovery) common.push_back(config.birth_topic);
  place.line.join(place.index, place.topics, common);
  AnnouncerOptions options{chair, place.topics, std::move(discovery), random_source(), settings, diag};
  return std::unique_ptr<ChairLink>(new ChairLink(config, std::move(place), std::move(options), std::move(handlers)));
}

ChairLink::ChairLink(const MqttConfig& config, Place place, AnnouncerOptions options, Handlers handlers)
    : birth_topic_(config.discovery ? config.birth_topic : ""),
      birth_payload_(config.birth_payload),
      line_(place.line),
      index_(place.index),
      topics_(std::move(place.topics)),
      handlers_(std::move(handlers)),
      announcer_(std::move(options)) {}

void ChairLink::handle(const MqttEvent& event, Moment now, const ChairClock& clock) {
  if (std::holds_alternative<MqttConnected>(event)) {
    announcer_.connected();
  } else if (std::holds_alternative<MqttDisconnected>(event)) {
    missed_.clear();
    announcer_.disconnected();
  } else if (const auto* message = std::get_if<MqttReceived>(&event)) {
    receive(*message, clock.chair_time(now).steady);
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
  const Announcer::Turn turn = announcer_.turn(clock.chair_time(now).steady, line_.room());
  for (const Message& message : turn.messages) publish(message);
  if (line_.is_connected() && line_.room() == 0) line_.wait_for_room(index_);
  if (!turn.next) return std::nullopt;
  return clock.real_time(*turn.next);
}

void ChairLink::publish(const Message& message) {
  if (message.topic == topics_.alert_missed) missed_.insert(message.token);
  line_.publish(index_, message);
}

void ChairLink::say_goodbye() {
  for (const Message& message : announcer_.farewell()) line_.publish(index_, message);
}

}  // namespace chairhub
