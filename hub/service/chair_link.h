// One chair's line to the broker: its connection, and the announcer that
// decides what to say on it.
//
// Thread rule: everything on the loop's thread; `on_event` is called on Paho's.

#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "hub/config/config.h"
#include "hub/mqtt/announcer.h"
#include "hub/mqtt/commands.h"
#include "hub/mqtt/connection.h"
#include "hub/service/chair_clock.h"
#include "hub/service/identity.h"

namespace chairhub {

class ChairLink {
 public:
  // What arrived that is not for the announcer itself.
  struct Handlers {
    std::function<void(MqttEvent)> on_event;  // from Paho's threads
    std::function<void(const Result<Command>&)> command;
    std::function<void(std::uint64_t alert, bool as_missed)> delivered;
  };

  static Result<std::unique_ptr<ChairLink>> make(const MqttConfig& config, const ChairConfig& chair, Identity& identity,
                                                 const Settings& settings, const Diag& diag, Handlers handlers);

  Announcer& announcer() { return announcer_; }

  // An event that `on_event` was called with.
  void handle(const MqttEvent& event, Moment now, const ChairClock& clock);

  // Connects and publishes what is due; returns when to be called again.
  std::optional<SteadyTime> turn(Moment now, const ChairClock& clock);

  // The first attempt to connect is not over, or more is due than the broker
  // takes right now: whoever brings more, and can wait, should.
  bool is_busy() const { return !has_tried_ || (connection_->is_connected() && connection_->room() == 0); }

  // Says goodbye and waits for the broker, but not for long.
  void close();

 private:
  ChairLink(const MqttConfig& config, Topics topics, AnnouncerOptions options, Handlers handlers);

  void receive(const MqttReceived& message, SteadyTime chair_now);
  void publish(const Message& message);

  std::string birth_topic_;
  std::string birth_payload_;
  std::string where_;  // "mqtt desk", before what the journal hears
  Topics topics_;
  Handlers handlers_;
  Announcer announcer_;
  std::set<std::uint32_t> missed_;  // tokens on their way as missed alerts
  bool told_trouble_ = false;
  bool has_tried_ = false;  // to connect
  std::unique_ptr<Connection> connection_;
};

}  // namespace chairhub
