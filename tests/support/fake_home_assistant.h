// As much of Home Assistant as the hub can notice: it says its birth, collects
// device messages, subscribes to the topics named in them, renders the
// template shapes we use and keeps a table of states. It speaks MQTT through a
// client of its own.
//
// Thread rule: messages arrive on Paho's threads; everything here is locked.

#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include <mqtt/async_client.h>
#include <nlohmann/json.hpp>

namespace chairhub {

class FakeHomeAssistant {
 public:
  explicit FakeHomeAssistant(int port);
  ~FakeHomeAssistant();

  // Forgets everything, as at a restart, then subscribes and says its birth.
  void start();
  void stop();

  // Waits until `entity`, a key of the device message, has `state`.
  bool shows(const std::string& entity, const std::string& state, std::chrono::milliseconds within = patience);
  // "unavailable", "unknown", or what the template made of the last message.
  std::string state(const std::string& entity);
  bool receives_events(std::size_t count, std::chrono::milliseconds within = patience);
  std::vector<nlohmann::json> events();
  std::size_t known_entities();

  // What a tap on the dashboard does.
  void tell(const std::string& entity, const std::string& payload);

  static constexpr std::chrono::milliseconds patience = std::chrono::seconds(20);

 private:
  void receive(const mqtt::const_message_ptr& message);
  bool is_event(const std::string& topic) const;
  void learn(const nlohmann::json& message);
  void follow(const std::string& topic);
  std::string state_of(const std::string& entity) const;
  bool is_available(const nlohmann::json& component) const;
  bool wait(const std::function<bool()>& holds, std::chrono::milliseconds within);

  std::mutex mutex_;
  std::condition_variable changed_;
  nlohmann::json device_;
  std::map<std::string, std::string> latest_;  // by followed topic; empty before its first message
  std::vector<nlohmann::json> events_;
  mqtt::async_client client_;
};

}  // namespace chairhub
