#include "tests/mqtt/hub_client.h"

#include <algorithm>
#include <stdexcept>

#include "tests/mqtt/samples.h"

namespace chairhub {

void EventBox::put(MqttEvent event) {
  {
    const std::scoped_lock lock(mutex_);
    events_.push_back(std::move(event));
  }
  changed_.notify_one();
}

std::optional<MqttEvent> EventBox::take(Millis within) {
  std::unique_lock lock(mutex_);
  if (!changed_.wait_for(lock, within, [&] { return !events_.empty(); })) return std::nullopt;
  MqttEvent event = std::move(events_.front());
  events_.pop_front();
  return event;
}

ConnectionOptions options_for(int port) {
  const Topics topics = desk_topics();
  return {.host = "127.0.0.1",
          .port = port,
          .client_id = device_id("0a1b2c3d", "desk"),
          .user = "",
          .password = "",
          .tls = false,
          .ca_file = "",
          .client_cert_file = "",
          .client_key_file = "",
          .protocol = 311,
          .will = {.topic = topics.availability, .payload = "offline", .qos = 1, .retain = true, .token = 0},
          .subscriptions = {topics.set_filter(), topics.cmd_filter(), "homeassistant/status"}};
}

HubClient::HubClient(ConnectionOptions options) {
  auto made = Connection::make(
      std::move(options), [this](MqttEvent event) { events_.put(std::move(event)); }, [] { return 0.0; });
  if (!made) throw std::runtime_error(made.error().message);
  connection = std::move(*made);
}

HubClient::HubClient(ConnectionOptions options, AnnouncerOptions announcer_options) : HubClient(std::move(options)) {
  announcer.emplace(std::move(announcer_options));
}

SteadyTime HubClient::now() const {
  return std::chrono::time_point_cast<Millis>(std::chrono::steady_clock::now()) + ahead_;
}

bool HubClient::run_until(const std::function<bool()>& done, Millis within) {
  const auto end = std::chrono::steady_clock::now() + within;
  while (true) {
    turn();
    if (done()) return true;
    if (std::chrono::steady_clock::now() >= end) return false;
    if (const auto event = events_.take(Millis{20})) handle(*event);
  }
}

bool HubClient::delivers(const Message& message) {
  connection->publish(message);
  return run_until([&] { return std::find(delivered.begin(), delivered.end(), message.token) != delivered.end(); });
}

void HubClient::turn() {
  next_attempt = connection->turn(now());
  if (!announcer) return;
  for (const Message& message : announcer->turn(now(), now(), connection->room()).messages)
    connection->publish(message);
}

void HubClient::handle(const MqttEvent& event) {
  if (!connection->note(event, now())) return;
  if (std::holds_alternative<MqttConnected>(event) && announcer) announcer->connected();
  if (const auto* message = std::get_if<MqttReceived>(&event)) handle(*message);
  if (const auto* refused = std::get_if<MqttRefused>(&event)) reasons.push_back(refused->reason);
  if (const auto* lost = std::get_if<MqttDisconnected>(&event)) {
    reasons.push_back(lost->reason);
    if (announcer) announcer->disconnected();
  }
  if (const auto* arrived = std::get_if<MqttDelivered>(&event)) {
    delivered.push_back(arrived->token);
    const auto alert = announcer ? announcer->delivered(arrived->token) : std::nullopt;
    if (alert) delivered_alerts.push_back(*alert);
  }
}

void HubClient::handle(const MqttReceived& message) {
  received.push_back(message);
  if (!announcer) return;
  if (message.topic == "homeassistant/status") {
    if (message.payload == "online") announcer->birth(now());
    return;
  }
  commands.push_back(parse_command(desk_topics(), message.topic, message.payload, message.retained));
}

}  // namespace chairhub
