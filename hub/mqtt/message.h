// One MQTT message on its way out, as the announcer hands it to a connection.

#pragma once

#include <cstdint>
#include <string>

namespace chairhub {

struct Message {
  std::string topic;
  std::string payload;
  int qos = 1;
  bool retain = false;
  std::uint32_t token = 0;  // comes back in MqttDelivered once the broker has it; unlike any other in flight

  friend bool operator==(const Message&, const Message&) = default;
};

}  // namespace chairhub
