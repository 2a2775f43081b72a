#include "hub/service/kit_topics.h"

#include <map>
#include <set>

#include <fmt/format.h>

#include "hub/mqtt/topics.h"

namespace chairhub {
namespace {

Result<std::set<std::string>> own_topics(const Config& config) {
  std::set<std::string> own;
  for (const ChairConfig& chair : config.chairs) {
    const auto topics = chair_topics(config.mqtt.topic_root, chair.chair.id);
    if (!topics) return tl::unexpected(topics.error());
    own.insert({topics->availability, topics->sensors_availability});
    for (const std::string& commands : {topics->set, topics->cmd})
      own.insert({commands + "frames", commands + "availability"});
  }
  return own;
}

std::string topic_of(const FrameReceiver& kit, const Config& config, const Chair& chair) {
  const auto& given = std::get<std::string>(kit.topic().value);
  return given.empty() ? fmt::format("{}/{}/kit", config.mqtt.topic_root, chair.id) : given;
}

Result<std::string> checked_topic(const FrameReceiver& kit, const Config& config, const Chair& chair,
                                  const std::set<std::string>& own) {
  const std::string& where = kit.topic().where;
  if (!config.mqtt.enabled)
    return failure(where + ": a wireless kit sends over MQTT: write a [mqtt] table that says where the broker is");
  std::string topic = topic_of(kit, config, chair);
  if (auto valid = check_topic_prefix(where + ": topic", topic); !valid) return tl::unexpected(valid.error());
  if (own.contains(frames_topic(topic)) || own.contains(kit_availability_topic(topic)))
    return failure(
        fmt::format("{}: below the topic \"{}\" the hub itself speaks or listens; one of the kit's own is allowed, "
                    "such as \"{}/{}/kit\"",
                    where, topic, config.mqtt.topic_root, chair.id));
  return topic;
}

}  // namespace

std::string frames_topic(const std::string& topic) {
  return topic + "/frames";
}
std::string kit_availability_topic(const std::string& topic) {
  return topic + "/availability";
}

Result<std::string> kit_topic(const FrameReceiver& kit, const Config& config, const Chair& chair) {
  const auto own = own_topics(config);
  if (!own) return tl::unexpected(own.error());
  return checked_topic(kit, config, chair, *own);
}

Result<std::vector<KitTopic>> kit_topics(const Config& config, std::span<const std::unique_ptr<Kit>> kits) {
  const auto own = own_topics(config);
  if (!own) return tl::unexpected(own.error());
  std::vector<KitTopic> all;
  std::map<std::string, std::string> sender;  // whose topic it is
  for (std::size_t i = 0; i < kits.size(); ++i) {
    const FrameReceiver* kit = kits[i]->receiver();
    if (kit == nullptr) continue;
    const Chair& chair = config.chairs[i].chair;
    auto topic = checked_topic(*kit, config, chair, *own);
    if (!topic) return tl::unexpected(topic.error());
    const auto [before, is_new] = sender.emplace(*topic, chair.id);
    if (!is_new)
      return failure(fmt::format("{}: the topic \"{}\" is that of the chair {}; every kit needs one of its own",
                                 kit->topic().where, *topic, before->second));
    all.push_back({i, chair.id, std::move(*topic), kit->rate_hz()});
  }
  return all;
}

}  // namespace chairhub
