#include "hub/service/broker.h"

#include <random>

#include "hub/mqtt/password.h"

namespace chairhub {

Result<ConnectionOptions> connection_options(const MqttConfig& config, const Topics& topics, std::string client_id) {
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
  options.will = Message{topics.availability, "offline", 1, true, 0};
  return options;
}

std::function<double()> random_source() {
  return [engine = std::minstd_rand(std::random_device{}())]() mutable {
    return std::uniform_real_distribution<double>(0, 1)(engine);
  };
}

}  // namespace chairhub
