// The retained messages by which Home Assistant learns of a chair, its
// entities and their topics: one for the whole device (2024.12 and later), or
// one for each component. Decides names, classes, units and unique ids, which
// never change once released, and what takes away what was announced before.

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hub/core/chair.h"
#include "hub/core/home_assistant.h"
#include "hub/core/profile.h"
#include "hub/core/result.h"
#include "hub/mqtt/extras.h"
#include "hub/mqtt/topics.h"

namespace chairhub {

// One component; its key is part of its identity.
struct Component {
  std::string key;
  std::string platform;  // "sensor", "binary_sensor", ...

  friend bool operator==(const Component&, const Component&) = default;
};

// What is kept of an announcement for the next run.
struct Announced {
  std::string topic;                  // the device message's, in either style; empty: never announced
  std::vector<Component> components;  // what it held
  DiscoveryStyle style = DiscoveryStyle::device;

  friend bool operator==(const Announced&, const Announced&) = default;
};

struct DiscoveryInput {
  std::string prefix;      // "homeassistant"
  std::string install_id;  // [a-z0-9]{4,32}, made once per installation and kept
  std::string version;     // of the hub
  const Chair& chair;
  std::span<const Profile> profiles;  // of the chair
  const Topics& topics;
  std::span<const Announced> before = {};  // by earlier runs, and perhaps not taken away yet
  DiscoveryStyle style = DiscoveryStyle::device;
  bool object_id = false;  // ask for entity ids in the words of Home Assistant before 2025.10, too
  Extras extras = {};
  std::span<const EntityWish> wishes = {};
};

struct ConfigMessage {
  std::string topic;
  std::string payload;
};
using ConfigGroup = std::vector<ConfigMessage>;

struct Discovery {
  // Once, before the first announcement: what takes away or prepares what earlier runs announced.
  std::vector<ConfigGroup> before;
  ConfigGroup announcement;  // at each connection; empty: discovery is off
  Announced kept;            // for the next run
};

// "chairhub_<install id>_<chair id>": the device in Home Assistant, and the
// client id of the chair's connection.
std::string device_id(std::string_view install_id, std::string_view chair_id);

// Where announcements stand in the broker; each topic once.
std::vector<std::string> config_topics(std::span<const Announced> announced);

Result<Discovery> discover(const DiscoveryInput& input);

}  // namespace chairhub
