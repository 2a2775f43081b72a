#include <fmt/format.h>

#include "hub/doctor/broker_check.h"
#include "hub/doctor/port_probe.h"
#include "hub/platform/clock.h"
#include "hub/service/broker.h"
#include "hub/service/broker_visit.h"

namespace chairhub {
namespace {

// The mark comes back in milliseconds, or an access list keeps it (engineering default).
constexpr Millis mark_patience = Seconds{3};

// What the hub and Home Assistant leave, and the topic of our own mark.
std::vector<std::string> topics_of_interest(const Config& config, const std::string& mark_topic) {
  std::vector<std::string> filters = {mark_topic};
  for (const ChairConfig& chair : config.chairs)
    if (const auto topics = chair_topics(config.mqtt.topic_root, chair.chair.id)) {
      filters.push_back(topics->availability);
      filters.push_back(topics->sensors_availability);
    }
  if (config.mqtt.discovery != DiscoveryStyle::off) {
    filters.push_back(config.mqtt.birth_topic);
    filters.push_back(config.mqtt.discovery_prefix + "/+/+/config");
  }
  return filters;
}

// The broker answers in order: when the mark comes, all that was retained has come.
void listen(BrokerVisit& visit, const std::string& mark_topic, const std::string& mark, BrokerReport& report) {
  const SteadyTime begin = moment_now().steady;
  visit.publish({.topic = mark_topic, .payload = mark, .qos = 1, .retain = false, .token = 1});
  const bool came_back = visit.listen(
      [&](const MqttReceived& message) {
        if (message.retained) report.retained[message.topic] = message.payload;
        return message.topic == mark_topic && message.payload == mark;
      },
      mark_patience);
  if (came_back) report.round_trip = moment_now().steady - begin;
  report.refusal = visit.refusal();
}

}  // namespace

BrokerReport visit_broker(const Machine& machine, const Config& config) {
  BrokerReport report;
  const std::string& chair = config.chairs.front().chair.id;
  const std::string name = fmt::format("chairhub-{}-doctor-{}", chair, machine.process);
  auto options = connection_options(config.mqtt, name);
  if (!options) {
    report.trouble = options.error().message;
    return report;
  }
  const std::string mark_topic = fmt::format("{}/{}/doctor", config.mqtt.topic_root, chair);
  options->subscriptions = topics_of_interest(config, mark_topic);
  const auto visit = BrokerVisit::begin(std::move(*options));
  if (!visit) {
    report.trouble = visit.error().reason;
    report.wrong_user = visit.error().wrong_user;
    report.port_answers = port_answers(config.mqtt.host, config.mqtt.port, mark_patience);
    return report;
  }
  listen(**visit, mark_topic, name, report);
  (*visit)->leave();
  return report;
}

}  // namespace chairhub
