// The configuration as plain structs, complete and valid: whoever holds a
// Config need not check anything again. Loaded by load_config().

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/core/chair.h"
#include "hub/core/kit.h"
#include "hub/core/profile.h"
#include "hub/core/result.h"
#include "hub/core/settings.h"

namespace chairhub {

struct ChairConfig {
  Chair chair;
  KitConfig kit;
  std::vector<Profile> profiles;                            // at least one; the first is in use until another is chosen
  std::vector<std::filesystem::path> profile_calibrations;  // one for each, likewise; empty: none of its own
  std::filesystem::path calibration;                        // what `chairhub calibrate --save` wrote; empty: none
  Settings defaults;  // thresholds and switches before anybody changes them at run time
};

struct MqttConfig {
  bool enabled = false;  // true when the file has [mqtt] and does not say otherwise
  std::string host = "localhost";
  int port = 1883;
  std::string user;
  std::filesystem::path password_file;  // read at start; a password never stands in the configuration
  bool tls = false;
  std::filesystem::path ca_file;  // empty: the system's certificates
  std::filesystem::path client_cert_file;
  std::filesystem::path client_key_file;
  int protocol = 311;  // 311 or 5
  std::string topic_root = "chairhub";
  // Home Assistant
  bool discovery = true;
  std::string discovery_prefix = "homeassistant";
  std::string birth_topic = "homeassistant/status";
  std::string birth_payload = "online";
};

struct StorageConfig {
  std::filesystem::path database = "/var/lib/chairhub/chairhub.db";
  std::filesystem::path heartbeat;  // on a tmpfs, so that a crash costs seconds and the SD card nothing; empty: none
  int retention_minutes_days = 90;  // minute aggregates
  int retention_events_days = 365;  // events, alerts, spans, sittings
};

// One value with where it came from, for `chairhub check`.
struct ConfigValue {
  std::string key;  // "mqtt.port", "chair[desk].thresholds.static_warn_min"
  std::string value;
  std::string origin;  // "chairhub.toml:7:8" or "default"
};

struct Config {
  std::filesystem::path file;
  std::vector<ChairConfig> chairs;  // at least one
  MqttConfig mqtt;
  StorageConfig storage;
  std::vector<ConfigValue> values;
};

// Errors name file, line and column, what was wrong, what is allowed, and for
// a mistyped key the nearest known one.
Result<Config> load_config(const std::filesystem::path& file);
Result<Config> parse_config(std::string_view text, const std::filesystem::path& file);

}  // namespace chairhub
