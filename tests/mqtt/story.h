// Plays an announcer's day: tells it what happens, lets time pass by calling
// it exactly when it asked to be called, and writes down what it said.

#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "hub/mqtt/announcer.h"
#include "tests/mqtt/samples.h"

namespace chairhub {

class Story {
 public:
  struct Said {
    SteadyTime at;
    Message message;
  };

  explicit Story(const std::vector<Announced>& before = {}, double random = 0.5)
      : announcer({.chair = desk_chair(),
                   .topics = desk_topics(),
                   .discovery = discover({.prefix = "homeassistant",
                                          .install_id = "0a1b2c3d",
                                          .version = "0.1.0",
                                          .chair = desk_chair(),
                                          .profiles = two_profiles(),
                                          .topics = desk_topics(),
                                          .before = before})
                                    .value(),
                   .random = [random] { return random; },
                   .settings = {},
                   .diag = healthy(),
                   .pads_every = Seconds{10}}) {}

  void connect() {
    announcer.connected();
    speak();
  }
  void see(const Observation& seen) {
    announcer.observed(seen);
    speak();
  }
  void speak() {
    const auto turn = announcer.turn(start + (now - start) * speed, now, room);
    for (const Message& message : turn.messages) said.push_back({now, message});
    next = turn.next_real;
    if (turn.next) next = std::min(next.value_or(SteadyTime::max()), start + (*turn.next - start) / speed);
  }
  void pass(Millis time) {
    const SteadyTime end = now + time;
    while (next && *next <= end) {
      now = *next;
      speak();
    }
    now = end;
  }
  void settle() {  // everything has been said, long ago
    connect();
    pass(Seconds{10});
    confirm();
    said.clear();
  }
  void confirm() {  // the broker has all that was said
    for (const Said& one : said) announcer.delivered(one.message.token);
  }

  std::vector<std::string> topics() const {
    std::vector<std::string> out;
    for (const Said& one : said) out.push_back(one.message.topic);
    return out;
  }
  std::vector<Said> on(const std::string& topic) const {
    std::vector<Said> out;
    std::copy_if(said.begin(), said.end(), std::back_inserter(out),
                 [&](const Said& one) { return one.message.topic == topic; });
    return out;
  }
  nlohmann::json last(const std::string& topic) const {
    return nlohmann::json::parse(on(topic).back().message.payload);
  }

  Announcer announcer;
  SteadyTime start = morning().steady;
  SteadyTime now = start;
  int speed = 1;  // of the chair's time
  std::optional<SteadyTime> next;
  std::size_t room = 20;
  std::vector<Said> said;
};

inline const Topics t = desk_topics();
inline const std::string config_topic = "homeassistant/device/chairhub_0a1b2c3d_desk/config";

}  // namespace chairhub
