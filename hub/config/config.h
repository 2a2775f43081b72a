// The configuration as plain structs, complete and valid: whoever holds a
// Config need not check anything again. Loaded by load_config().

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/core/chair.h"
#include "hub/core/home_assistant.h"
#include "hub/core/indicator.h"
#include "hub/core/kit.h"
#include "hub/core/profile.h"
#include "hub/core/result.h"
#include "hub/core/settings.h"

namespace chairhub {

inline constexpr const char* default_config_file = "/etc/chairhub/chairhub.toml";

// The lamp, motor, buzzer and button of a chair, on lines of a GPIO chip.
struct IndicatorConfig {
  std::string chip;  // its label, such as "pinctrl-bcm2711"; empty: the one that the Pi's header is on
  // Lines of the chip, on a Pi the BCM numbers; unset: not wired. The defaults are the standard wiring.
  std::optional<int> led_line = 16;
  std::optional<int> haptic_line = 12;
  std::optional<int> buzzer_line = 13;
  std::optional<int> button_line = 26;
  IndicatorSettings settings;
};

struct ChairConfig {
  Chair chair;
  KitConfig kit;
  std::vector<Profile> profiles;                            // at least one; the first is in use until another is chosen
  std::vector<std::filesystem::path> profile_calibrations;  // one for each, likewise; empty: none of its own
  std::optional<IndicatorConfig> indicator;
  std::filesystem::path calibration;  // what `chairhub calibrate --save` wrote; empty: none
  Settings defaults;                  // thresholds and switches before anybody changes them at run time
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
  DiscoveryStyle discovery = DiscoveryStyle::device;
  std::string discovery_prefix = "homeassistant";
  std::string birth_topic = "homeassistant/status";
  std::string birth_payload = "online";
  bool object_id = false;  // entity ids also as Home Assistant before 2025.10 wants to be asked for them
  int pads_every_s = 0;    // how often the pads' counts are told; 0: never, for what is raw stays on the Pi
  std::vector<EntityWish> entities;
};

struct StorageConfig {
  std::filesystem::path database = "/var/lib/chairhub/chairhub.db";
  std::filesystem::path heartbeat;  // on a tmpfs, so that a crash costs seconds and the SD card nothing; empty: none
  int retention_minutes_days = 90;  // minute aggregates
  int retention_events_days = 365;  // events, alerts, spans, sittings
};

// The page and its API. Without a password for this machine only.
struct WebConfig {
  bool enabled = false;  // true when the file has [web] and does not say otherwise
  std::string address = "127.0.0.1";
  int port = 8080;                    // 0 takes a free one and says which
  std::vector<std::string> names;     // by which others call this machine
  std::string password_hash;          // what `chairhub web-password` makes; empty: no log-in
  bool guests_read = false;           // without log-in
  std::filesystem::path certificate;  // for TLS, with its key; empty: none
  std::filesystem::path key;
  std::filesystem::path files = "/usr/share/chairhub/viewer";  // the page
  std::filesystem::path recordings;  // the folder for raw recordings that the page asks for; empty: none may be made
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
  WebConfig web;
  std::vector<ConfigValue> values;
};

// Errors name file, line and column, what was wrong, what is allowed, and for
// a mistyped key the nearest known one.
Result<Config> load_config(const std::filesystem::path& file);
Result<Config> parse_config(std::string_view text, const std::filesystem::path& file);

}  // namespace chairhub
