#include "hub/mqtt/connection.h"

#include <fstream>
#include <utility>

#include "hub/mqtt/paho_link.h"

namespace chairhub {
namespace {

// How long a connection that was not closed may take to go.
constexpr Millis leave_within = Seconds{1};

Result<void> check_readable(const char* what, const std::string& file) {
  if (file.empty() || std::ifstream(file)) return {};
  return failure(std::string(what) + " " + file + " cannot be read: it must be readable by the hub's user");
}

Result<void> check_files(const ConnectionOptions& options) {
  if (!options.tls) return {};
  if (auto valid = check_readable("mqtt.ca_file", options.ca_file); !valid) return valid;
  if (auto valid = check_readable("mqtt.client_cert_file", options.client_cert_file); !valid) return valid;
  return check_readable("mqtt.client_key_file", options.client_key_file);
}

}  // namespace

Result<std::unique_ptr<Connection>> Connection::make(ConnectionOptions options, std::function<void(MqttEvent)> on_event,
                                                     std::function<double()> random) {
  if (auto valid = check_files(options); !valid) return tl::unexpected(valid.error());
  auto link = std::make_shared<PahoLink>(std::move(options), std::move(on_event));
  return std::make_unique<Connection>(std::move(link), std::move(random));
}

Connection::Connection(std::shared_ptr<PahoLink> link, std::function<double()> random)
    : link_(std::move(link)), random_(std::move(random)) {}

Connection::~Connection() {
  if (phase_ != Phase::closed) close(Millis{0});
}

std::optional<SteadyTime> Connection::turn(SteadyTime now) {
  if (phase_ != Phase::waiting) return std::nullopt;
  if (next_attempt_ && now < *next_attempt_) return next_attempt_;
  phase_ = Phase::connecting;
  worker_.post([link = link_, session = ++session_] { link->connect(session); });
  return std::nullopt;
}

bool Connection::note(const MqttEvent& event, SteadyTime now) {
  if (const auto* connected = std::get_if<MqttConnected>(&event)) return on_connected(*connected, now);
  if (const auto* disconnected = std::get_if<MqttDisconnected>(&event)) return on_disconnected(*disconnected, now);
  if (const auto* delivered = std::get_if<MqttDelivered>(&event)) return in_flight_.erase(delivered->token) > 0;
  return phase_ == Phase::connected || phase_ == Phase::connecting;
}

bool Connection::on_connected(const MqttConnected& event, SteadyTime now) {
  if (phase_ != Phase::connecting || event.session != session_) return false;
  phase_ = Phase::connected;
  connected_at_ = now;
  worker_.post([link = link_] { link->subscribe(); });
  return true;
}

bool Connection::on_disconnected(const MqttDisconnected& event, SteadyTime now) {
  if (event.session != session_ || (phase_ != Phase::connecting && phase_ != Phase::connected)) return false;
  if (phase_ == Phase::connected) backoff_.connection_held(now - connected_at_);
  next_attempt_ = now + (event.wrong_user ? backoff_.pause_after_refusal(random_()) : backoff_.pause(random_()));
  phase_ = Phase::waiting;
  in_flight_.clear();
  return true;
}

void Connection::subscribe(std::string filter) {
  worker_.post([link = link_, filter = std::move(filter)] { link->subscribe_to(filter); });
}

void Connection::unsubscribe(std::string filter) {
  worker_.post([link = link_, filter = std::move(filter)] { link->unsubscribe_from(filter); });
}

std::size_t Connection::room() const {
  return is_connected() && in_flight_.size() < max_in_flight ? max_in_flight - in_flight_.size() : 0;
}

void Connection::publish(const Message& message) {
  if (!is_connected()) return;
  in_flight_.insert(message.token);
  worker_.post([link = link_, message] { link->publish(message); });
}

void Connection::close(Millis at_most) {
  const bool says_goodbye = phase_ == Phase::connected && at_most > Millis{0};
  phase_ = Phase::closed;
  if (says_goodbye) worker_.post([link = link_, time = at_most * 3 / 5] { link->close(time); });
  link_->silence();
  // The worker holds the link now, and with it Paho's client, to the end.
  worker_.post([link = std::move(link_)] {});
  worker_.stop(says_goodbye ? at_most : leave_within);
}

}  // namespace chairhub
