#include <fmt/format.h>

#include "hub/doctor/broker_check.h"
#include "hub/mqtt/topics.h"

namespace chairhub {
namespace {

std::string place_of(const MqttConfig& config) {
  return fmt::format("the broker at {}:{}", config.host, config.port);
}

std::string how_to_try(const MqttConfig& config) {
  return fmt::format("try it by hand: mosquitto_pub -h {} -p {}{} -t chairhub/test -m hello -d", config.host,
                     config.port, config.user.empty() ? "" : fmt::format(" -u {} -P PASSWORD", config.user));
}

Finding judge_trouble(const MqttConfig& config, const BrokerReport& report) {
  if (report.wrong_user)
    return {Severity::problem, "broker.refuses_user", "", report.trouble,
            "set the user's password anew where the broker keeps it, and in mqtt.password_file"};
  if (config.tls && report.port_answers)
    return {Severity::problem, "broker.tls", "",
            report.trouble + "; something listens there, so it is TLS that does not come about",
            fmt::format("see which certificate is wrong: openssl s_client -connect {0}:{1} -verify_hostname {0} "
                        "-verify_return_error{2} </dev/null",
                        config.host, config.port, config.ca_file.empty() ? "" : " -CAfile " + config.ca_file.string())};
  if (report.port_answers)
    return {Severity::problem, "broker.not_mqtt", "",
            report.trouble + "; something listens there, but not for plain MQTT",
            "set mqtt.tls = true if the broker wants TLS, or the port at which it does not"};
  return {Severity::problem, "broker.closed", "", report.trouble, how_to_try(config)};
}

bool is_this_machine(const std::string& host) {
  return host == "localhost" || host == "::1" || host.starts_with("127.");
}

std::string retained(const BrokerReport& report, const std::string& topic) {
  const auto found = report.retained.find(topic);
  return found == report.retained.end() ? "" : found->second;
}

Findings judge_messages(const MqttConfig& config, const BrokerReport& report) {
  if (!report.refusal.empty())
    return {{Severity::problem, "broker.forbids", "", report.refusal,
             fmt::format("allow this user {0}/# and {1}/# in the broker's access list", config.topic_root,
                         config.discovery_prefix)}};
  if (!report.round_trip)
    return {{Severity::warning, "broker.keeps", "",
             place_of(config) + " let us in, but a message to ourselves did not come back",
             fmt::format("allow this user to write and read {}/# in the broker's access list", config.topic_root)}};
  return {{Severity::ok, "broker.answers", "",
           fmt::format("{} answers; a message came back within {} ms", place_of(config), report.round_trip->count())}};
}

Findings judge_chair(const MqttConfig& config, const std::string& chair, const BrokerReport& report, bool hub_runs) {
  const auto topics = chair_topics(config.topic_root, chair);
  if (!topics) return {};
  const bool is_online = retained(report, topics->availability) == "online";
  if (is_online && !hub_runs)
    return {{Severity::note, "broker.other_hub", chair,
             fmt::format("{} says online, but no hub runs here with this configuration", topics->availability),
             "look for a hub elsewhere with the same topic_root and chair id: two would throw each other out"}};
  if (hub_runs && !is_online)
    return {{Severity::problem, "broker.hub_offline", chair,
             fmt::format("the hub runs, but {} does not say online", topics->availability),
             "see with journalctl -u chairhub what it says about the broker, and restart it if the configuration is "
             "newer"}};
  if (is_online && retained(report, topics->sensors_availability) == "offline")
    return {{Severity::problem, "broker.sensors_offline", chair,
             fmt::format("the hub runs, but {} says offline: no pad can be read", topics->sensors_availability),
             "stop the hub and ask the doctor again; it then asks the chips itself"}};
  return {};
}

}  // namespace

Findings judge_broker(const Config& config, const BrokerReport& report, bool hub_runs) {
  const MqttConfig& mqtt = config.mqtt;
  if (!mqtt.enabled)
    return {{Severity::note, "broker.none", "",
             fmt::format("{} has no [mqtt]: nothing is published", config.file.string()),
             "docs/mqtt.md says how to reach Home Assistant"}};
  if (!report.trouble.empty()) return {judge_trouble(mqtt, report)};
  Findings findings = judge_messages(mqtt, report);
  if (!mqtt.user.empty() && !mqtt.tls && !is_this_machine(mqtt.host))
    findings.push_back({Severity::note, "broker.plain", "",
                        fmt::format("the password of '{}' goes to {} as plain text", mqtt.user, mqtt.host),
                        "set mqtt.tls if the broker can, or keep both in a network of your own"});
  if (!report.round_trip) return findings;
  for (const ChairConfig& chair : config.chairs) append(findings, judge_chair(mqtt, chair.chair.id, report, hub_runs));
  return findings;
}

Findings judge_home_assistant(const MqttConfig& config, const BrokerReport& report) {
  if (!config.enabled || config.discovery == DiscoveryStyle::off || !report.round_trip) return {};
  const std::string said = retained(report, config.birth_topic);
  if (said == config.birth_payload)
    return {{Severity::ok, "home_assistant.online", "", fmt::format("{} says {}", config.birth_topic, said)}};
  if (!said.empty())
    return {{Severity::warning, "home_assistant.offline", "",
             fmt::format("{} says '{}', not '{}'", config.birth_topic, said, config.birth_payload),
             "start Home Assistant, or set home_assistant.birth_topic and birth_payload as in its MQTT integration"}};
  std::size_t announced = 0;
  for (const auto& [topic, payload] : report.retained)
    if (topic.starts_with(config.discovery_prefix + "/")) ++announced;
  return {{Severity::note, "home_assistant.unknown", "",
           fmt::format("whether Home Assistant listens cannot be told: nothing is kept on {}, as is usual; {} {} "
                       "announced under {}",
                       config.birth_topic, announced, announced == 1 ? "device is" : "devices are",
                       config.discovery_prefix),
           "if the chair does not show up, see that its MQTT integration uses this broker and this prefix"}};
}

Findings check_password_file(const Machine& machine, const MqttConfig& config) {
  namespace fs = std::filesystem;
  if (config.password_file.empty()) return {};
  std::error_code unreadable;
  const fs::file_status status = fs::status(machine.at(config.password_file.string()), unreadable);
  if (unreadable || (status.permissions() & fs::perms::others_read) == fs::perms::none) return {};
  return {{Severity::warning, "broker.password_open", "",
           fmt::format("everybody on this machine may read {}", config.password_file.string()),
           fmt::format("sudo chmod o-rwx {}", config.password_file.string())}};
}

}  // namespace chairhub
