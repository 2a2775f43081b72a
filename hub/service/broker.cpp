#include "hub/service/broker.h"

#include <random>

#include "hub/mqtt/discovery.h"
#include "hub/mqtt/password.h"

namespace chairhub {

Result<ConnectionOptions> connection_options(const MqttConfig& config, std::string client_id) {
  ConnectionOptions options;
  if (!config.password_file.empty()) {
    auto password = read_password(config.password_file);
    if (!password) return failure("mqtt.password_file: " + password.error().message);
    options.password = std::move(*password);
  }
  options.host = config.host;
  options.port = config.port;
  options.client_id = std::move(client_id);
  options.user = config.user;
  options.tls = config.tls;
  options.ca_file = config.ca_file;
  options.client_cert_file = config.client_cert_file;
  options.client_key_file = config.client_key_file;
  options.protocol = config.protocol;
  return options;
}

Message offline_will(std::string topic) {
  return {.topic = std::move(topic), .payload = "offline", .qos = 1, .retain = true, .token = 0};
}

Result<void> check_broker(const MqttConfig& config, const Chair& chair) {
  if (!config.enabled) return {};
  const auto topics = chair_topics(config.topic_root, chair.id);
  if (!topics) return tl::unexpected(topics.error());
  auto options = connection_options(config, "check");
  if (!options) return tl::unexpected(options.error());
  const auto connection = Connection::make(std::move(*options), [](const MqttEvent&) {}, random_source());
  if (!connection) return tl::unexpected(connection.error());
  const auto discovery = discover({.prefix = config.discovery_prefix,
                                   .install_id = "0000",
                                   .version = "0",
                                   .chair = chair,
                                   .profiles = {},
                                   .topics = *topics,
                                   .wishes = config.entities});
  return discovery ? Result<void>{} : tl::unexpected(discovery.error());
}

std::function<double()> random_source() {
  return [engine = std::minstd_rand(std::random_device{}())]() mutable {
    return std::uniform_real_distribution<double>(0, 1)(engine);
  };
}

}  // namespace chairhub
