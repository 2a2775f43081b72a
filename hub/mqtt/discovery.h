// The one retained message by which Home Assistant (2024.12 and later) learns
// of a chair, its entities and their topics. Decides names, classes, units
// and unique ids, which never change once released.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hub/core/chair.h"
#include "hub/core/profile.h"
#include "hub/core/result.h"
#include "hub/mqtt/topics.h"

namespace chairhub {

// One component of the message; its key is part of its identity.
struct Component {
  std::string key;
  std::string platform;  // "sensor", "binary_sensor", ...

  friend bool operator==(const Component&, const Component&) = default;
};

struct DiscoveryInput {
  std::string prefix;      // "homeassistant"
  std::string install_id;  // [a-z0-9]{4,32}, made once per installation and kept
  std::string version;     // of the hub
  const Chair& chair;
  std::span<const Profile> profiles;  // of the chair
  const Topics& topics;
  std::span<const Component> published_before;  // what an earlier run has announced
};

struct Discovery {
  std::string topic;
  std::string payload;
  // When components of an earlier run are gone: the message that removes them,
  // to be sent first, `payload` two seconds later.
  std::optional<std::string> removal;
  std::vector<Component> components;  // to be kept for the next run
};

// "chairhub_<install id>_<chair id>": the device in Home Assistant, and the
// client id of the chair's connection.
std::string device_id(std::string_view install_id, std::string_view chair_id);

Result<Discovery> discover(const DiscoveryInput& input);

}  // namespace chairhub
