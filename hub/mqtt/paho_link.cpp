#include "hub/mqtt/paho_link.h"

#include <chrono>
#include <utility>

#include <openssl/crypto.h>

namespace chairhub {
namespace {

constexpr auto connect_timeout = std::chrono::seconds(10);
// The broker takes us for dead after one and a half of it.
constexpr auto keep_alive = std::chrono::seconds(30);

std::string uri_of(const ConnectionOptions& options) {
  const bool is_ipv6 = options.host.find(':') != std::string::npos;
  const std::string host = is_ipv6 ? "[" + options.host + "]" : options.host;
  return (options.tls ? "ssl://" : "tcp://") + host + ":" + std::to_string(options.port);
}

int version_of(const ConnectionOptions& options) {
  return options.protocol == 5 ? MQTTVERSION_5 : MQTTVERSION_3_1_1;
}

// Paho carries one pointer for us with each request; the number is in it.
void* as_context(std::uint32_t number) {
  return reinterpret_cast<void*>(static_cast<std::uintptr_t>(number));  // NOLINT(performance-no-int-to-ptr)
}
std::uint32_t number_in(const mqtt::token& token) {
  return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(token.get_user_context()));
}

std::string place_of(const ConnectionOptions& options) {
  return "the MQTT broker at " + options.host + ":" + std::to_string(options.port);
}

// The answers of MQTT 3.1.1 (1 to 5) and their successors in MQTT 5.
bool is_bad_credentials(int code) {
  return code == 4 || code == 5 || code == 0x86 || code == 0x87;
}

std::string why_not_connected(const ConnectionOptions& options, int code) {
  const std::string place = place_of(options);
  if (is_bad_credentials(code))
    return place + " refused the user '" + options.user + "': check mqtt.user and the file mqtt.password_file names";
  if (code == 1 || code == 0x84)
    return place + " does not speak this version of MQTT: set mqtt.protocol to the other of 311 and 5";
  if (code == 2 || code == 0x85) return place + " refused the client id '" + options.client_id + "'";
  if (code > 0) return place + " refused the connection with code " + std::to_string(code);
  if (options.tls)
    return place +
           " cannot be reached over TLS: check that it runs, that mqtt.ca_file signed its certificate, and "
           "that the certificate names '" +
           options.host + "'";
  return place + " cannot be reached: check that it runs and that mqtt.host and mqtt.port are right";
}

int code_of(const mqtt::token& token) {
  const int code = token.get_return_code();
  const int reason = static_cast<int>(token.get_reason_code());
  // 0xFF is Paho's sign for an answer of 3.1.1, which has no reason code.
  return code <= 0 && reason >= 0x80 && reason < 0xFF ? reason : code;
}

mqtt::ssl_options ssl_options_of(const ConnectionOptions& options) {
  mqtt::ssl_options ssl;
  if (!options.ca_file.empty()) ssl.set_trust_store(options.ca_file);
  if (!options.client_cert_file.empty()) ssl.set_key_store(options.client_cert_file);
  if (!options.client_key_file.empty()) ssl.set_private_key(options.client_key_file);
  ssl.set_enable_server_cert_auth(true);
  ssl.set_verify(true);  // that the certificate is for this host
  return ssl;
}

// Paho's threads end some moments after its last client. A program that has come to its end by then would free at exit
// what OpenSSL keeps for such a thread, and the thread would free it, too.
void leave_openssl_at_exit() {
  static_cast<void>(OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr));
}

}  // namespace

void PahoLink::OnConnect::on_success(const mqtt::token& token) {
  link_.emit(MqttConnected{number_in(token)});
}

void PahoLink::OnConnect::on_failure(const mqtt::token& token) {
  const int code = code_of(token);
  link_.emit(MqttDisconnected{number_in(token), why_not_connected(link_.options_, code), is_bad_credentials(code)});
}

void PahoLink::OnSubscribe::on_failure(const mqtt::token& token) {
  if (code_of(token) < 0) return;  // the connection went away before the answer
  const auto topics = token.get_topics();
  const std::string filter = topics && !topics->empty() ? (*topics)[0] : "a topic";
  link_.emit(MqttRefused{place_of(link_.options_) + " refused the subscription to " + filter +
                         ": allow it in the broker's access list"});
}

void PahoLink::OnPublish::on_success(const mqtt::token& token) {
  link_.emit(MqttDelivered{number_in(token)});
}

PahoLink::PahoLink(ConnectionOptions options, std::function<void(MqttEvent)> on_event)
    : options_(std::move(options)),
      filters_(options_.subscriptions.begin(), options_.subscriptions.end()),
      on_event_(std::move(on_event)) {
  leave_openssl_at_exit();
}

void PahoLink::connect(std::uint32_t session) {
  session_ = session;
  try {
    make_client(session);
    client_->connect(connect_options(), as_context(session), on_connect_);
  } catch (const mqtt::exception& error) {
    emit(MqttDisconnected{session, place_of(options_) + " cannot be asked: " + error.what(), false});
  }
}

void PahoLink::make_client(std::uint32_t session) {
  last_.reset();
  client_.reset();  // before the next: two clients with one id would throw each other out
  client_ = std::make_unique<mqtt::async_client>(uri_of(options_), options_.client_id,
                                                 mqtt::create_options(version_of(options_)));
  client_->set_connection_lost_handler([this, session](const std::string&) {
    emit(MqttDisconnected{session, "the connection to " + place_of(options_) + " was lost", false});
  });
  client_->set_message_callback([this](const mqtt::const_message_ptr& message) {
    emit(MqttReceived{message->get_topic(), message->to_string(), message->is_retained()});
  });
}

void PahoLink::subscribe() {
  for (const std::string& filter : filters_) ask_for(filter);
}

void PahoLink::subscribe_to(const std::string& filter) {
  if (filters_.insert(filter).second && is_connected()) ask_for(filter);
}

void PahoLink::unsubscribe_from(const std::string& filter) {
  if (filters_.erase(filter) == 0 || !is_connected()) return;
  try {
    client_->unsubscribe(filter);
  } catch (const mqtt::exception& error) {
    emit(MqttDisconnected{session_, place_of(options_) + " cannot be told to leave out " + filter + ": " + error.what(),
                          false});
  }
}

void PahoLink::ask_for(const std::string& filter) {
  try {
    client_->subscribe(filter, options_.subscription_qos, nullptr, on_subscribe_);
  } catch (const mqtt::exception& error) {
    emit(
        MqttDisconnected{session_, place_of(options_) + " cannot be asked for " + filter + ": " + error.what(), false});
  }
}

void PahoLink::publish(const Message& message) {
  try {
    last_ = client_->publish(mqtt::make_message(message.topic, message.payload, message.qos, message.retain),
                             as_context(message.token), on_publish_);
  } catch (const mqtt::exception& error) {
    emit(MqttDisconnected{session_, place_of(options_) + " cannot be told: " + error.what(), false});
  }
}

void PahoLink::close(Millis at_most) {
  try {
    // Paho can wait by itself, but then it notices the answer only seconds
    // later. The broker answers in order, so the last message stands for all.
    const bool all_arrived = !last_ || last_->wait_for(at_most);
    client_->disconnect()->wait_for(all_arrived ? at_most / 4 : Millis{0});
  } catch (const mqtt::exception&) {
    // The broker went away first; there is nobody left to say goodbye to.
  }
}

void PahoLink::silence() {
  const std::scoped_lock lock(gate_);
  on_event_ = nullptr;
}

void PahoLink::emit(MqttEvent event) {
  const std::scoped_lock lock(gate_);
  if (on_event_) on_event_(std::move(event));
}

mqtt::connect_options PahoLink::connect_options() {
  mqtt::connect_options connect;
  connect.set_mqtt_version(version_of(options_));
  options_.protocol == 5 ? connect.set_clean_start(true) : connect.set_clean_session(true);
  connect.set_keep_alive_interval(keep_alive);
  connect.set_connect_timeout(connect_timeout);
  connect.set_max_inflight(static_cast<int>(Connection::max_in_flight));
  const Message& will = options_.will;
  if (!will.topic.empty())
    connect.set_will(mqtt::will_options(mqtt::message(will.topic, will.payload, will.qos, will.retain)));
  if (!options_.user.empty()) connect.set_user_name(options_.user);
  if (!options_.password.empty()) connect.set_password(options_.password);
  if (options_.tls) connect.set_ssl(ssl_options_of(options_));
  if (options_.protocol == 5 && options_.max_packet_bytes != 0)
    connect.set_properties(
        {{mqtt::property::MAXIMUM_PACKET_SIZE, static_cast<std::int32_t>(options_.max_packet_bytes)}});
  return connect;
}

}  // namespace chairhub
