#include "hub/mqtt/discovery.h"

#include <algorithm>

#include "hub/core/utf8.h"
#include "hub/mqtt/components.h"
#include "hub/mqtt/entity_wishes.h"
#include "hub/mqtt/json.h"

namespace chairhub {
namespace {

constexpr const char* migrate = R"({"migrate_discovery":true})";

Result<void> check_install_id(std::string_view id) {
  const bool valid = id.size() >= 4 && id.size() <= 32 && std::all_of(id.begin(), id.end(), [](char c) {
                       return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
                     });
  if (valid) return {};
  return failure("the installation id " + quote(id) + " is not allowed: use 4 to 32 of a-z and 0-9");
}

// What all components share.
Json shared_part(const DiscoveryInput& input, const std::string& id) {
  Json json;
  json["dev"] = {{"ids", Json::array({id})}, {"name", input.chair.name.empty() ? input.chair.id : input.chair.name},
                 {"mf", "chairhub"},         {"mdl", "Smart chair sensor hub"},
                 {"sw", input.version},      {"sn", input.install_id}};
  json["o"] = {{"name", "chairhub"}, {"sw", input.version}};
  json["availability"] = hub_availability(input.topics);
  json["availability_mode"] = "all";
  json["state_topic"] = input.topics.state;
  json["qos"] = 1;
  return json;
}

// "homeassistant/device/ID/config" -> "homeassistant/sensor/ID/posture/config"
std::string component_topic(const std::string& device_topic, const Component& component) {
  const std::size_t id_end = device_topic.rfind('/');
  const std::size_t id_begin = device_topic.rfind('/', id_end - 1) + 1;
  const std::size_t prefix_end = device_topic.rfind('/', id_begin - 2);
  return device_topic.substr(0, prefix_end) + "/" + component.platform + "/" +
         device_topic.substr(id_begin, id_end - id_begin) + "/" + component.key + "/config";
}

std::vector<std::string> topics_of(const Announced& announced) {
  if (announced.topic.empty() || announced.style == DiscoveryStyle::off) return {};
  if (announced.style == DiscoveryStyle::device) return {announced.topic};
  std::vector<std::string> topics;
  for (const Component& one : announced.components) topics.push_back(component_topic(announced.topic, one));
  return topics;
}

ConfigGroup announcement_of(const Announced& kept, const Json& shared, const Json& components) {
  if (kept.style == DiscoveryStyle::off) return {};
  if (kept.style == DiscoveryStyle::device) {
    Json message = shared;
    message["cmps"] = components;
    return {{kept.topic, dump(message)}};
  }
  ConfigGroup group;
  for (const Component& one : kept.components) {
    Json message = components.at(one.key);
    message.erase("p");
    for (const auto& [key, value] : shared.items())
      if (!message.contains(key) && !(key == "state_topic" && one.platform == "button")) message[key] = value;
    group.push_back({component_topic(kept.topic, one), dump(message)});
  }
  return group;
}

ConfigGroup each_with(const std::vector<std::string>& topics, const std::string& payload) {
  ConfigGroup group;
  for (const std::string& topic : topics) group.push_back({topic, payload});
  return group;
}

// Home Assistant removes a component of a device when its key comes with
// nothing but the platform. A key that changed its platform is one removed and
// one added.
ConfigGroup removal_of(const Announced& before, const Announced& now, const Json& shared, const Json& components) {
  Announced gone = before;
  std::erase_if(gone.components, [&](const Component& old) {
    return std::find(now.components.begin(), now.components.end(), old) != now.components.end();
  });
  if (gone.components.empty()) return {};
  if (now.style == DiscoveryStyle::components) return each_with(topics_of(gone), "");
  Json message = shared;
  message["cmps"] = components;
  for (const Component& old : gone.components) message["cmps"][old.key] = {{"p", old.platform}};
  return {{now.topic, dump(message)}};
}

// "sensor.desk_posture" -> "desk_posture"
void add_object_ids(Json& components) {
  for (Json& component : components) {
    const auto id = component["default_entity_id"].get<std::string>();
    component["object_id"] = id.substr(id.find('.') + 1);
  }
}

// What is to happen to what an earlier run announced: elsewhere, in another style, or other components. In another
// style Home Assistant lets go of it without forgetting it, and only then is it taken out of the broker: taken out
// after the new announcement, it would be complained about for each entity.
void replace_earlier(const Announced& before, Discovery& discovery, const Json& shared, const Json& components) {
  if (before.topic.empty() || before.style == DiscoveryStyle::off) return;
  const Announced& now = discovery.kept;
  if (before.topic != now.topic || now.style == DiscoveryStyle::off) {
    discovery.before.push_back(each_with(topics_of(before), ""));
  } else if (before.style != now.style) {
    discovery.before.push_back(each_with(topics_of(before), migrate));
    discovery.before.push_back(each_with(topics_of(before), ""));
  } else if (auto removal = removal_of(before, now, shared, components); !removal.empty()) {
    discovery.before.push_back(std::move(removal));
  }
}

}  // namespace

std::string device_id(std::string_view install_id, std::string_view chair_id) {
  return "chairhub_" + std::string(install_id) + "_" + std::string(chair_id);
}

std::vector<std::string> config_topics(std::span<const Announced> announced) {
  std::vector<std::string> all;
  for (const Announced& one : announced)
    for (std::string& topic : topics_of(one))
      if (std::find(all.begin(), all.end(), topic) == all.end()) all.push_back(std::move(topic));
  return all;
}

Result<Discovery> discover(const DiscoveryInput& input) {
  if (auto valid = check_topic_prefix("home_assistant.discovery_prefix", input.prefix); !valid)
    return tl::unexpected(valid.error());
  if (auto valid = check_install_id(input.install_id); !valid) return tl::unexpected(valid.error());
  const std::string id = device_id(input.install_id, input.chair.id);
  const Json shared = shared_part(input, id);
  Json components = make_components(input.chair, input.profiles, input.topics, id, input.extras);
  if (auto granted = grant(input.wishes, components); !granted) return tl::unexpected(granted.error());
  if (input.object_id) add_object_ids(components);

  Discovery discovery;
  discovery.kept.topic = input.prefix + "/device/" + id + "/config";
  discovery.kept.style = input.style;
  for (const auto& [key, component] : components.items())
    discovery.kept.components.push_back({key, component["p"].get<std::string>()});
  discovery.announcement = announcement_of(discovery.kept, shared, components);
  for (const Announced& before : input.before) replace_earlier(before, discovery, shared, components);
  return discovery;
}

}  // namespace chairhub
