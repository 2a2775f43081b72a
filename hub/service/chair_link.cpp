#include "hub/service/chair_link.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "hub/platform/journal.h"
#include "hub/service/broker.h"

namespace chairhub {

Result<std::unique_ptr<ChairLink>> ChairLink::make(const MqttConfig& config, const ChairConfig& its, Identity& identity,
                                                   const Settings& settings, const Diag& diag, Place place,
                                                   Handlers handlers) {
  const Chair& chair = its.chair;
  const Seconds pads_every{config.pads_every_s};
  auto discovery = discover({.prefix = config.discovery_prefix,
                             .install_id = identity.install_id(),
                             .version = diag.version,
                             .chair = chair,
                             .profiles = its.profiles,
                             .topics = place.topics,
                             .before = identity.announced(chair.id),
                             .style = config.discovery,
                             .object_id = config.object_id,
                             .extras = {pads_every, diag.board_celsius.has_value()},
                             .wishes = config.entities});
  if (!discovery) return tl::unexpected(discovery.error());
  identity.remember(chair.id, discovery->kept);
  discovery->before.insert(discovery->before.begin(), std::make_move_iterator(place.leftovers.begin()),
                           std::make_move_iterator(place.leftovers.end()));
  std::vector<std::string> common;
  if (config.discovery != DiscoveryStyle::off) common.push_back(config.birth_topic);
  place.line.join(place.index, place.topics, common);
  AnnouncerOptions options{chair, place.topics, std::move(*discovery), random_source(), settings, diag, pads_every};
  return std::unique_ptr<ChairLink>(new ChairLink(config, std::move(place), std::move(options), std::move(handlers)));
}

ChairLink::ChairLink(const MqttConfig& config, Place place, AnnouncerOptions options, Handlers handlers)
    : birth_topic_(config.discovery != DiscoveryStyle::off ? config.birth_topic : ""),
      birth_payload_(config.birth_payload),
      line_(place.line),
      index_(place.index),
      topics_(std::move(place.topics)),
      handlers_(std::move(handlers)),
      boot_id_(options.diag.boot_id),
      announcer_(std::move(options)) {}

void ChairLink::handle(const MqttEvent& event, Moment now) {
  if (std::holds_alternative<MqttConnected>(event)) {
    announcer_.connected();
  } else if (std::holds_alternative<MqttDisconnected>(event)) {
    missed_.clear();
    announcer_.disconnected();
  } else if (const auto* message = std::get_if<MqttReceived>(&event)) {
    receive(*message, now.steady);
  } else if (const auto* delivered = std::get_if<MqttDelivered>(&event)) {
    const bool as_missed = missed_.erase(delivered->token) > 0;
    if (const auto alert = announcer_.delivered(delivered->token)) handlers_.delivered(*alert, as_missed);
    if (announcer_.is_settled() && !std::exchange(has_settled_, true)) handlers_.settled();
  }
}

void ChairLink::receive(const MqttReceived& message, SteadyTime now) {
  if (message.topic == birth_topic_) {
    if (message.payload == birth_payload_) announcer_.birth(now);
    return;
  }
  if (message.topic == topics_.diag) {
    hear_diag(message.payload);
    return;
  }
  handlers_.command(parse_command(topics_, message.topic, message.payload, message.retained));
}

// What was kept from an earlier boot comes before our own. Afterwards nobody else should speak there.
void ChairLink::hear_diag(const std::string& payload) {
  const std::string said_by = boot_id_of(payload);
  if (said_by.empty() || said_by == boot_id_) {
    has_heard_itself_ = has_heard_itself_ || !said_by.empty();
    return;
  }
  if (!has_heard_itself_ || std::exchange(has_twin_, true)) return;
  log_warning(topics_.diag +
              ": another hub speaks under this identity (a copied SD card?): stop one, delete its "
              "*.identity file beside the database, and start it again");
  announcer_.twin_heard();
}

std::optional<SteadyTime> ChairLink::turn(Moment now, const ChairClock& clock) {
  const Announcer::Turn turn = announcer_.turn(clock.chair_time(now).steady, now.steady, line_.room());
  for (const Message& message : turn.messages) publish(message);
  if (line_.is_connected() && line_.room() == 0) line_.wait_for_room(index_);
  if (!turn.next) return turn.next_real;
  return std::min(clock.real_time(*turn.next), turn.next_real.value_or(SteadyTime::max()));
}

void ChairLink::publish(const Message& message) {
  if (message.topic == topics_.alert_missed) missed_.insert(message.token);
  line_.publish(index_, message);
}

void ChairLink::say_goodbye() {
  for (const Message& message : announcer_.farewell()) line_.publish(index_, message);
}

}  // namespace chairhub
