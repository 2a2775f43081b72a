#include "hub/mqtt/component_list.h"

namespace chairhub {
namespace {

// "sensor.<slug>_posture" must be a valid entity id: [a-z0-9_], no '_' at
// either end, none doubled.
std::string slug(const std::string& chair_id) {
  std::string out;
  for (char c : chair_id) {
    const char next = c == '-' ? '_' : c;
    if (next != '_' || (!out.empty() && out.back() != '_')) out += next;
  }
  while (!out.empty() && out.back() == '_') out.pop_back();
  return out.empty() ? "chair" : out;
}

}  // namespace

std::string is_on(const std::string& key) {
  return "{{ 'ON' if value_json." + key + " else 'OFF' }}";
}

std::string value_of(const std::string& key) {
  return "{{ value_json." + key + " }}";
}

ComponentList::ComponentList(const Chair& chair, const Topics& topics, std::string unique_prefix)
    : topics_(topics), slug_(slug(chair.id)), unique_prefix_(std::move(unique_prefix)) {}

void ComponentList::add(const std::string& platform, const std::string& key, const Json& name, Needs needs,
                        Fields fields) {
  Json component;
  component["p"] = platform;
  // Keys have no '-', so that no two chairs and keys give the same id.
  component["unique_id"] = unique_prefix_ + "-" + key;
  component["default_entity_id"] = platform + "." + slug_ + "_" + key;
  component["name"] = name;
  for (const auto& [field, value] : fields) component[field] = value;
  if (needs == Needs::sensors) {
    component["availability"] = hub_availability(topics_);
    component["availability"].push_back(at_topic(topics_.sensors_availability));
    component["availability_mode"] = "all";
  }
  all_[key] = std::move(component);
}

}  // namespace chairhub
