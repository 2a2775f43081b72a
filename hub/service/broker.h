// How the configuration's [mqtt] becomes a connection.

#pragma once

#include <functional>
#include <string>

#include "hub/config/config.h"
#include "hub/core/result.h"
#include "hub/mqtt/connection.h"
#include "hub/mqtt/topics.h"

namespace chairhub {

// Whether [mqtt] can be used at all: prefixes, password file, certificates.
Result<void> check_broker(const MqttConfig& config, const Chair& chair);

// Reads the password; subscriptions and a will are the caller's to add.
Result<ConnectionOptions> connection_options(const MqttConfig& config, std::string client_id);

// The will that makes `topic` say that nobody is there.
Message offline_will(std::string topic);

// Numbers from 0 to 1 that spread the reconnects and answers of many hubs.
std::function<double()> random_source();

}  // namespace chairhub
