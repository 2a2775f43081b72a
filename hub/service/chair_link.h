// What one chair says to the broker and hears from it, on a line that it may
// share with others: the announcer that decides what to say, and the commands.
//
// Thread rule: everything on the loop's thread.

#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "hub/config/config.h"
#include "hub/mqtt/announcer.h"
#include "hub/mqtt/commands.h"
#include "hub/service/broker_line.h"
#include "hub/service/chair_clock.h"
#include "hub/service/identity.h"

namespace chairhub {

class ChairLink {
 public:
  // What arrived that is not for the announcer itself.
  struct Handlers {
    std::function<void(const Result<Command>&)> command;
    std::function<void(std::uint64_t alert, bool as_missed)> delivered;
    std::function<void()> settled;  // once: the broker has its announcement, and no earlier one
  };

  // Where a chair speaks: `topics` say which line it is, `index` what it is called there.
  struct Place {
    BrokerLine& line;  // outlives the link
    std::size_t index;
    Topics topics;
    std::vector<ConfigGroup> leftovers;  // of chairs that are gone, to be taken out of the broker
  };

  static Result<std::unique_ptr<ChairLink>> make(const MqttConfig& config, const ChairConfig& chair, Identity& identity,
                                                 const Settings& settings, const Diag& diag, Place place,
                                                 Handlers handlers);

  Announcer& announcer() { return announcer_; }

  // An event of the line that concerns this chair.
  void handle(const MqttEvent& event, Moment now);

  // Publishes what is due; returns when to be called again.
  std::optional<SteadyTime> turn(Moment now, const ChairClock& clock);

  // The first attempt to connect is not over, or more is due than the broker
  // takes right now: whoever brings more, and can wait, should.
  bool is_busy() const { return !line_.has_tried() || (line_.is_connected() && line_.room() == 0); }

  void say_goodbye();

 private:
  ChairLink(const MqttConfig& config, Place place, AnnouncerOptions options, Handlers handlers);

  void receive(const MqttReceived& message, SteadyTime now);
  void hear_diag(const std::string& payload);
  void publish(const Message& message);

  std::string birth_topic_;
  std::string birth_payload_;
  BrokerLine& line_;
  std::size_t index_;
  Topics topics_;
  Handlers handlers_;
  std::string boot_id_;  // of this hub's machine
  Announcer announcer_;
  bool has_settled_ = false;
  bool has_heard_itself_ = false;
  bool has_twin_ = false;
  std::set<std::uint32_t> missed_;  // tokens on their way as missed alerts
};

}  // namespace chairhub
