#include "tests/mqtt/contract.h"

#include <regex>
#include <set>

namespace chairhub {
namespace {

using Json = nlohmann::json;
using Names = std::set<std::string>;

const Names root_keys = {"dev", "o", "cmps", "availability", "availability_mode", "state_topic", "qos"};
const Names device_keys = {"ids", "cns", "name", "mf", "mdl", "mdl_id", "hw", "sw", "sn", "sa", "cu", "via_device"};
const Names origin_keys = {"name", "sw", "url"};
const Names component_keys = {"p",
                              "unique_id",
                              "default_entity_id",
                              "name",
                              "device_class",
                              "entity_category",
                              "enabled_by_default",
                              "icon",
                              "availability",
                              "availability_mode",
                              "state_topic",
                              "command_topic",
                              "command_template",
                              "expire_after",
                              "value_template",
                              "json_attributes_topic",
                              "json_attributes_template",
                              "options",
                              "event_types",
                              "unit_of_measurement",
                              "state_class",
                              "suggested_display_precision",
                              "min",
                              "max",
                              "step",
                              "mode",
                              "payload_press"};
const Names event_types_ever = {"sitting_too_long", "bent_forward", "static_too_long", "unsupported_upright",
                                "asymmetric"};
const std::map<std::string, Names> classes_of = {
    {"sensor", {"enum", "duration", "timestamp", "temperature", "data_size"}},
    {"binary_sensor", {"occupancy", "problem"}},
    {"number", {"duration"}},
    {"switch", {"switch"}},
    {"button", {"restart", "update"}},
    {"select", {}},
    {"event", {}}};
const std::map<std::string, Names> units_of = {{"duration", {"d", "h", "min", "s", "ms"}},
                                               {"temperature", {"°C", "°F", "K"}},
                                               {"data_size", {"B", "kB", "MB", "GB", "KiB", "MiB", "GiB"}}};

std::string text(const Json& json, const std::string& key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_string() ? found->get<std::string>() : "";
}

class Checker {
 public:
  explicit Checker(const Announcement& announcement) : all_(announcement), root_(announcement.message) {}

  std::vector<std::string> run() {
    const std::regex topic("[^/].*/device/[a-zA-Z0-9_-]+/config");
    require(std::regex_match(all_.topic, topic), "the topic is illegal");
    require(root_.dump().size() < 65536, "the message is larger than 64 KiB");
    only(root_, root_keys, "the root");
    check_device();
    check_availability(root_, "the root");
    int main_entities = 0;
    const Json components = root_.value("cmps", Json::object());
    for (const auto& [key, component] : components.items()) {
      check_component(key, component);
      if (component.contains("name") && component["name"].is_null()) ++main_entities;
    }
    require(main_entities == 1, "exactly one component has the name null");
    return faults_;
  }

 private:
  void require(bool holds, const std::string& rule) {
    if (!holds) faults_.push_back(rule);
  }
  void only(const Json& json, const Names& allowed, const std::string& where) {
    for (const auto& [key, value] : json.items()) require(allowed.contains(key), where + " has an unknown key " + key);
  }

  void check_device() {
    const Json device = root_.value("dev", Json::object());
    only(device, device_keys, "the device");
    require(device.contains("ids") && !device["ids"].empty(), "the device has no identifier");
    const Json origin = root_.value("o", Json::object());
    only(origin, origin_keys, "the origin");
    require(!text(origin, "name").empty(), "the origin has no name");
  }

  void check_availability(const Json& json, const std::string& where) {
    require(!json.contains("availability_topic"), where + " mixes two forms of availability");
    if (!json.contains("availability")) return;
    require(text(json, "availability_mode") == "all", where + " lets the latest of several availabilities win");
    for (const Json& one : json["availability"])
      require(all_.published.contains(text(one, "topic")), where + " waits for an availability nobody publishes");
  }

  void check_component(const std::string& key, const Json& component) {
    const std::string platform = text(component, "p");
    require(classes_of.contains(platform), key + " has no known platform");
    if (!classes_of.contains(platform)) return;
    only(component, component_keys, key);
    check_identity(key, component, platform);
    check_name(key, component);
    check_availability(component, key);
    check_class(key, component, platform);
    check_topics(key, component, platform);
    check_template(key, component, "value_template", "state_topic");
    // What is kept would seem fresh to whoever comes later.
    require(!component.contains("expire_after") || all_.never_retained.contains(text(component, "state_topic")),
            key + " expires, yet is retained");
    check_template(key, component, "json_attributes_template", "json_attributes_topic");
    const std::string category = text(component, "entity_category");
    require(category.empty() || category == "config" || category == "diagnostic", key + " has an unknown category");
    const bool reads_only = platform == "sensor" || platform == "binary_sensor" || platform == "event";
    require(!(reads_only && category == "config"), key + " only reads and cannot be a setting");
  }

  void check_identity(const std::string& key, const Json& component, const std::string& platform) {
    const std::string unique_id = text(component, "unique_id");
    require(!unique_id.empty(), key + " has no unique_id");
    require(unique_ids_.insert(platform + " " + unique_id).second, key + " shares its unique_id");
    const std::regex entity(platform + R"(\.(?!_)(?!.*__)[a-z0-9_]+)");
    const std::string id = text(component, "default_entity_id");
    require(std::regex_match(id, entity) && id.back() != '_', key + " has no valid default_entity_id");
  }

  void check_name(const std::string& key, const Json& component) {
    require(component.contains("name"), key + " has no name");
    if (!component.contains("name") || component["name"].is_null()) return;
    const std::string name = text(component, "name");
    const std::string device = text(root_["dev"], "name");
    require(!name.empty() && name != device && !name.starts_with(device + " "), key + " repeats the device's name");
  }

  void check_class(const std::string& key, const Json& component, const std::string& platform) {
    const std::string device_class = text(component, "device_class");
    const std::string unit = text(component, "unit_of_measurement");
    const std::string state_class = text(component, "state_class");
    require(device_class.empty() || classes_of.at(platform).contains(device_class), key + " has a class of others");
    const auto units = units_of.find(device_class);
    require(units == units_of.end() || units->second.contains(unit), key + " has a unit its class does not know");
    const bool has_options = component.contains("options");
    require(has_options == (device_class == "enum" || platform == "select"),
            key + " has options without enum or select, or one of these without options");
    require(!has_options || !component["options"].empty(), key + " has no options");
    const bool is_number = device_class != "enum" && device_class != "timestamp";
    require(is_number || (unit.empty() && state_class.empty()), key + " is no number, yet has a unit or state class");
    require(state_class.empty() || Names{"measurement", "total", "total_increasing"}.contains(state_class),
            key + " has an unknown state class");
  }

  void check_topics(const std::string& key, const Json& component, const std::string& platform) {
    const bool commands = platform == "switch" || platform == "number" || platform == "button" || platform == "select";
    require(!commands || !text(component, "command_topic").empty(), key + " has no command topic");
    const bool has_own_state =
        platform == "event" || platform == "switch" || platform == "number" || platform == "select";
    require(!has_own_state || component.contains("state_topic"), key + " has no state topic of its own");
    if (platform == "event") check_event(key, component);
    if (platform == "number") check_number(key, component);
  }

  void check_event(const std::string& key, const Json& component) {
    const Names types = component.value("event_types", Names{});
    for (const std::string& type : event_types_ever) require(types.contains(type), key + " lost the type " + type);
  }

  void check_number(const std::string& key, const Json& component) {
    require(component.value("min", 0.0) < component.value("max", 0.0), key + " has no range");
    require(component.value("step", 0.0) >= 0.001, key + " has too small a step");
    if (!component.contains("value_template")) require(false, key + " has no template");
  }

  void check_template(const std::string& key, const Json& component, const char* which, const char* topic_key) {
    if (!component.contains(which)) return;
    static const std::regex shape(
        R"(\{\{ (?:'ON' if value_json\.([a-z0-9_]+) else 'OFF'|value_json\.([a-z0-9_]+)(?: \| tojson)?) \}\})");
    std::smatch found;
    const std::string form = text(component, which);
    require(std::regex_match(form, found, shape), key + " has a template of an unknown shape");
    if (found.empty()) return;
    const std::string field = found[1].matched ? found[1] : found[2];
    const std::string topic = component.contains(topic_key) ? text(component, topic_key) : text(root_, topic_key);
    const auto published = all_.published.find(topic);
    require(published != all_.published.end() && Json::parse(published->second).contains(field),
            key + " reads " + field + ", which is not in " + topic);
  }

  const Announcement& all_;
  const Json& root_;
  std::set<std::string> unique_ids_;
  std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> contract_faults(const Announcement& announcement) {
  return Checker(announcement).run();
}

}  // namespace chairhub
