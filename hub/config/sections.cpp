#include "hub/config/sections.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include <fmt/format.h>

namespace chairhub {
namespace {

constexpr std::array protocols = {311, 5};  // MQTT 3.1.1 and 5

void check_topic(TableReader& table, std::string_view key, const std::string& topic) {
  const bool odd = topic.find_first_of(std::string_view("+# \t\0", 5)) != std::string::npos;
  if (topic.empty() || odd || topic.front() == '/' || topic.back() == '/')
    table.refuse(key, fmt::format("'{}' is \"{}\"; a topic without +, # and blanks is allowed, and no / at its ends",
                                  key, topic));
}

// "credential:mqtt-password" is a file that systemd keeps for the service alone; whoever asks outside of it, as root
// does with `chairhub doctor`, reads where systemd takes it from.
void find_credential(std::filesystem::path& file) {
  constexpr std::string_view mark = "credential:";
  const std::string name = file.filename().string();
  if (!name.starts_with(mark)) return;
  const char* given = std::getenv("CREDENTIALS_DIRECTORY");
  file = std::filesystem::path(given != nullptr ? given : "/etc/credstore") / name.substr(mark.size());
}

void check_not_empty(TableReader& table, std::string_view key, const std::string& text) {
  if (text.empty()) table.refuse(key, fmt::format("'{}' is empty; leave the key out or write a value", key));
}

void check_tls(TableReader& table, const MqttConfig& mqtt) {
  if (mqtt.client_cert_file.empty() != mqtt.client_key_file.empty())
    table.refuse(mqtt.client_cert_file.empty() ? "client_key_file" : "client_cert_file",
                 "client_cert_file and client_key_file belong together; write both or neither");
  if (mqtt.tls) return;
  // Somebody who named a certificate believes the line is encrypted: never send a password in the clear then.
  const std::pair<std::string_view, const std::filesystem::path&> files[] = {
      {"ca_file", mqtt.ca_file},
      {"client_cert_file", mqtt.client_cert_file},
      {"client_key_file", mqtt.client_key_file}};
  for (const auto& [key, file] : files)
    if (!file.empty()) table.refuse(key, fmt::format("'{}' needs tls = true; without it nothing is encrypted", key));
}

void read_discovery(TableReader& table, DiscoveryStyle& style) {
  std::array<std::string_view, discovery_styles.size()> words;
  std::transform(discovery_styles.begin(), discovery_styles.end(), words.begin(), [](auto one) { return one.second; });
  std::string word = "device";
  table.read("discovery", word, words);
  for (const auto& [value, name] : discovery_styles)
    if (name == word) style = value;
}

std::optional<std::string> told(TableReader& table, std::string_view key) {
  if (!table.has(key)) return std::nullopt;
  std::string text;
  table.read(key, text);
  check_not_empty(table, key, text);
  return text;
}

// [home_assistant.entities.posture]; whether there is such an entity is known where they are made.
void read_entities(TableReader table, std::vector<EntityWish>& wishes) {
  for (const std::string& key : table.keys()) {
    TableReader one = table.table(key);
    EntityWish wish;
    wish.key = key;
    wish.name = told(one, "name");
    wish.icon = told(one, "icon");
    one.read("enabled", wish.enabled);
    one.read("offered", wish.offered);
    one.refuse_unknown_keys();
    wishes.push_back(std::move(wish));
  }
  table.refuse_unknown_keys();
}

}  // namespace

MqttConfig read_mqtt(TableReader mqtt, TableReader home_assistant, const std::filesystem::path& folder) {
  MqttConfig config;
  config.enabled = mqtt.present();
  mqtt.read("enabled", config.enabled);
  mqtt.read("host", config.host);
  mqtt.read("port", config.port, 1, 65535);
  mqtt.read("user", config.user);
  mqtt.read("password_file", config.password_file, folder);
  find_credential(config.password_file);
  mqtt.read("tls", config.tls);
  mqtt.read("ca_file", config.ca_file, folder);
  mqtt.read("client_cert_file", config.client_cert_file, folder);
  mqtt.read("client_key_file", config.client_key_file, folder);
  mqtt.read("protocol", config.protocol, protocols);
  mqtt.read("topic_root", config.topic_root);
  mqtt.refuse_unknown_keys();
  check_not_empty(mqtt, "host", config.host);
  check_topic(mqtt, "topic_root", config.topic_root);
  check_tls(mqtt, config);
  if (config.user.empty() && !config.password_file.empty())
    mqtt.refuse("password_file", "'password_file' needs a user; write the user's name too");

  read_discovery(home_assistant, config.discovery);
  home_assistant.read("discovery_prefix", config.discovery_prefix);
  home_assistant.read("birth_topic", config.birth_topic);
  home_assistant.read("birth_payload", config.birth_payload);
  home_assistant.read("object_id", config.object_id);
  home_assistant.read("pads_every_s", config.pads_every_s, 0, 3600);
  read_entities(home_assistant.table("entities"), config.entities);
  home_assistant.refuse_unknown_keys();
  check_topic(home_assistant, "discovery_prefix", config.discovery_prefix);
  check_topic(home_assistant, "birth_topic", config.birth_topic);
  check_not_empty(home_assistant, "birth_payload", config.birth_payload);
  return config;
}

StorageConfig read_storage(TableReader table, const std::filesystem::path& folder) {
  StorageConfig config;
  table.read("database", config.database, folder);
  table.read("heartbeat", config.heartbeat, folder);
  table.read("retention_minutes_days", config.retention_minutes_days, 1, 3650);
  table.read("retention_events_days", config.retention_events_days, 1, 3650);
  table.refuse_unknown_keys();
  check_not_empty(table, "database", config.database.string());
  return config;
}

}  // namespace chairhub
