#include "hub/service/broker_visit.h"

#include <poll.h>

#include <utility>

#include <fmt/format.h>

#include "hub/platform/clock.h"
#include "hub/service/broker.h"

namespace chairhub {

tl::expected<std::unique_ptr<BrokerVisit>, MqttDisconnected> BrokerVisit::begin(ConnectionOptions options) {
  const std::string place = fmt::format("{}:{}", options.host, options.port);
  std::unique_ptr<BrokerVisit> visit(new BrokerVisit);
  auto connection = Connection::make(
      std::move(options), [&events = visit->events_](MqttEvent e) { events.put(std::move(e)); }, random_source());
  if (!connection) return tl::unexpected(MqttDisconnected{0, connection.error().message, false});
  visit->connection_ = std::move(*connection);
  const SteadyTime end = moment_now().steady + broker_patience;
  while (const auto event = visit->next_event(end)) {
    if (visit->connection_->is_connected()) return visit;
    if (const auto* refused = std::get_if<MqttDisconnected>(&*event)) return tl::unexpected(*refused);
  }
  return tl::unexpected(MqttDisconnected{
      0,
      fmt::format("the MQTT broker at {} has not answered within {} s: check that it runs, and the network", place,
                  broker_patience / Seconds(1)),
      false});
}

bool BrokerVisit::listen(const std::function<bool(const MqttReceived&)>& heard, Millis at_most) {
  const SteadyTime end = moment_now().steady + at_most;
  while (connection_->is_connected()) {
    const auto event = next_event(end);
    if (!event) return false;
    if (const auto* refused = std::get_if<MqttRefused>(&*event)) refusal_ = refused->reason;
    if (const auto* received = std::get_if<MqttReceived>(&*event); received && heard(*received)) return true;
  }
  return false;
}

// Unset when the time is over.
std::optional<MqttEvent> BrokerVisit::next_event(SteadyTime end) {
  while (true) {
    for (; !taken_.empty(); taken_.pop_front())
      if (connection_->note(taken_.front(), moment_now().steady)) {
        MqttEvent event = std::move(taken_.front());
        taken_.pop_front();
        return event;
      }
    const SteadyTime now = moment_now().steady;
    if (now >= end) return std::nullopt;
    connection_->turn(now);
    pollfd waiting{events_.fd(), POLLIN, 0};
    ::poll(&waiting, 1, static_cast<int>((end - now).count()));
    taken_ = events_.take();
  }
}

}  // namespace chairhub
