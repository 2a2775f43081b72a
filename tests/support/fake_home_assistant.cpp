#include "tests/support/fake_home_assistant.h"

#include <regex>

namespace chairhub {
namespace {

using Json = nlohmann::json;

const std::regex shape(R"(\{\{ (?:'ON' if value_json\.([a-z0-9_]+) else 'OFF'|value_json\.([a-z0-9_]+)) \}\})");

std::string as_text(const Json& value) {
  if (value.is_null()) return "unknown";  // the template gives None
  return value.is_string() ? value.get<std::string>() : value.dump();
}

std::string render(const std::string& form, const std::string& payload) {
  std::smatch found;
  if (!std::regex_match(form, found, shape)) return "cannot render " + form;
  const Json json = Json::parse(payload);
  if (found[2].matched) return as_text(json.at(found[2]));
  const Json& value = json.at(found[1]);
  const bool holds = value.is_string() ? !value.get<std::string>().empty() : !value.is_null() && value != false;
  return holds ? "ON" : "OFF";
}

}  // namespace

FakeHomeAssistant::FakeHomeAssistant(int port)
    : client_("tcp://127.0.0.1:" + std::to_string(port), "home-assistant", mqtt::create_options(MQTTVERSION_3_1_1)) {
  client_.set_message_callback([this](const mqtt::const_message_ptr& message) { receive(message); });
}

FakeHomeAssistant::~FakeHomeAssistant() {
  client_.disable_callbacks();
  if (client_.is_connected()) client_.disconnect()->wait();
}

void FakeHomeAssistant::start() {
  {
    const std::scoped_lock lock(mutex_);
    device_ = nullptr;
    latest_.clear();
    events_.clear();
  }
  mqtt::connect_options options;
  options.set_clean_session(true);
  client_.connect(options)->wait();
  client_.subscribe("homeassistant/device/+/config", 0)->wait();
  client_.publish("homeassistant/status", "online", 6, 0, false)->wait();
}

void FakeHomeAssistant::stop() {
  client_.disconnect()->wait();
}

void FakeHomeAssistant::receive(const mqtt::const_message_ptr& message) {
  const std::scoped_lock lock(mutex_);
  const std::string topic = message->get_topic();
  const std::string payload = message->to_string();
  if (topic.ends_with("/config"))
    learn(payload.empty() ? Json() : Json::parse(payload));
  else if (is_event(topic) && !message->is_retained())
    events_.push_back(Json::parse(payload));
  else
    latest_[topic] = payload;
  changed_.notify_all();
}

bool FakeHomeAssistant::is_event(const std::string& topic) const {
  return !device_.is_null() && device_["cmps"]["alert"]["state_topic"] == topic;
}

void FakeHomeAssistant::learn(const Json& message) {
  device_ = message;
  if (message.is_null()) return;
  follow(message["state_topic"]);
  for (const Json& one : message["availability"]) follow(one["topic"]);
  for (const Json& component : message["cmps"]) {
    if (component.contains("state_topic")) follow(component["state_topic"]);
    if (!component.contains("availability")) continue;
    for (const Json& one : component["availability"]) follow(one["topic"]);
  }
}

void FakeHomeAssistant::follow(const std::string& topic) {
  if (latest_.emplace(topic, "").second) client_.subscribe(topic, 1);
}

bool FakeHomeAssistant::is_available(const Json& component) const {
  const Json& needed = component.contains("availability") ? component["availability"] : device_["availability"];
  for (const Json& one : needed)
    if (latest_.at(one["topic"]) != "online") return false;
  return true;
}

std::string FakeHomeAssistant::state_of(const std::string& entity) const {
  if (device_.is_null() || !device_["cmps"].contains(entity)) return "not there";
  const Json& component = device_["cmps"][entity];
  if (!is_available(component)) return "unavailable";
  const std::string topic = component.contains("state_topic") ? component["state_topic"] : device_["state_topic"];
  const std::string& payload = latest_.at(topic);
  return payload.empty() ? "unknown" : render(component["value_template"], payload);
}

bool FakeHomeAssistant::wait(const std::function<bool()>& holds, std::chrono::milliseconds within) {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, within, holds);
}

bool FakeHomeAssistant::shows(const std::string& entity, const std::string& state, std::chrono::milliseconds within) {
  return wait([&] { return state_of(entity) == state; }, within);
}

std::string FakeHomeAssistant::state(const std::string& entity) {
  const std::scoped_lock lock(mutex_);
  return state_of(entity);
}

bool FakeHomeAssistant::receives_events(std::size_t count, std::chrono::milliseconds within) {
  return wait([&] { return events_.size() >= count; }, within);
}

std::vector<Json> FakeHomeAssistant::events() {
  const std::scoped_lock lock(mutex_);
  return events_;
}

std::size_t FakeHomeAssistant::known_entities() {
  const std::scoped_lock lock(mutex_);
  return device_.is_null() ? 0 : device_["cmps"].size();
}

void FakeHomeAssistant::tell(const std::string& entity, const std::string& payload) {
  std::string topic;
  {
    const std::scoped_lock lock(mutex_);
    topic = device_["cmps"][entity]["command_topic"];
  }
  client_.publish(topic, payload.data(), payload.size(), 1, false)->wait();
}

}  // namespace chairhub
