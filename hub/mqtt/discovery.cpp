#include "hub/mqtt/discovery.h"

#include <algorithm>

#include "hub/core/utf8.h"
#include "hub/mqtt/components.h"
#include "hub/mqtt/json.h"

namespace chairhub {
namespace {

Result<void> check_install_id(std::string_view id) {
  const bool valid = id.size() >= 4 && id.size() <= 32 && std::all_of(id.begin(), id.end(), [](char c) {
                       return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
                     });
  if (valid) return {};
  return failure("the installation id " + quote(id) + " is not allowed: use 4 to 32 of a-z and 0-9");
}

Json device_message(const DiscoveryInput& input, const std::string& id) {
  Json json;
  json["dev"] = {{"ids", Json::array({id})}, {"name", input.chair.name.empty() ? input.chair.id : input.chair.name},
                 {"mf", "chairhub"},         {"mdl", "Smart chair sensor hub"},
                 {"sw", input.version},      {"sn", input.install_id}};
  json["o"] = {{"name", "chairhub"}, {"sw", input.version}};
  json["availability"] = hub_availability(input.topics);
  json["availability_mode"] = "all";
  json["state_topic"] = input.topics.state;
  json["qos"] = 1;
  json["cmps"] = make_components(input.chair, input.profiles, input.topics, id);
  return json;
}

// Home Assistant removes a component when its key comes with nothing but the
// platform. A key that changed its platform is one removed and one added.
std::optional<Json> removal_of(const Json& message, std::span<const Component> before) {
  Json removal = message;
  Json& components = removal["cmps"];
  bool any = false;
  for (const Component& old : before) {
    const auto now = message["cmps"].find(old.key);
    if (now != message["cmps"].end() && (*now)["p"] == old.platform) continue;
    components[old.key] = {{"p", old.platform}};
    any = true;
  }
  return any ? std::optional(removal) : std::nullopt;
}

}  // namespace

std::string device_id(std::string_view install_id, std::string_view chair_id) {
  return "chairhub_" + std::string(install_id) + "_" + std::string(chair_id);
}

Result<Discovery> discover(const DiscoveryInput& input) {
  if (auto valid = check_topic_prefix("mqtt.discovery_prefix", input.prefix); !valid)
    return tl::unexpected(valid.error());
  if (auto valid = check_install_id(input.install_id); !valid) return tl::unexpected(valid.error());
  const std::string id = device_id(input.install_id, input.chair.id);
  const Json message = device_message(input, id);

  Discovery discovery;
  discovery.topic = input.prefix + "/device/" + id + "/config";
  discovery.payload = dump(message);
  if (const auto removal = removal_of(message, input.published_before)) discovery.removal = dump(*removal);
  for (const auto& [key, component] : message["cmps"].items())
    discovery.components.push_back({key, component["p"].get<std::string>()});
  return discovery;
}

}  // namespace chairhub
