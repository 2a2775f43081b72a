// The one connection to the broker over which all kits on a radio are heard,
// apart from those on which the hub speaks. A kit that floods is not listened
// to for a while, so that it costs the hub nothing.
//
// Thread rule: everything on the loop's thread; messages pass the gate on
// Paho's.

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "hub/config/config.h"
#include "hub/mqtt/connection.h"
#include "hub/platform/mailbox.h"
#include "hub/service/kit_gate.h"
#include "hub/service/kit_topics.h"

namespace chairhub {

class KitLine {
 public:
  static Result<std::unique_ptr<KitLine>> make(const MqttConfig& config, std::string client_id,
                                               std::vector<KitTopic> kits);

  // Readable when take() has something, and when handle_events() has.
  int messages_fd() const { return messages_.fd(); }
  int events_fd() const { return events_.fd(); }

  // Frames, and what kits say about being there, in their order.
  std::vector<KitMessage> take(SteadyTime now);
  void handle_events(SteadyTime now);
  // Connects, and listens again to who flooded; when to be called again.
  std::optional<SteadyTime> turn(SteadyTime now);

  bool is_connected() const { return connection_->is_connected(); }
  // What was not handed on; empty for a chair whose kit is scanned.
  std::vector<NamedCount> counts(std::size_t chair) const { return gate_.counts(chair); }
  // Messages that the loop could not take in time.
  std::uint64_t dropped() const { return messages_.dropped(); }

  void close();

 private:
  struct Ban {
    Millis pause{0};
    SteadyTime until{};
    bool holds = false;
  };

  KitLine(const MqttConfig& config, std::vector<KitTopic> kits);
  const KitTopic& kit_of(std::size_t chair) const;
  void ban(const KitTopic& kit, SteadyTime now);

  std::string where_;  // "mqtt localhost:1883 for the kits", before what the journal hears
  std::vector<KitTopic> kits_;
  KitGate gate_;
  Mailbox<KitMessage> messages_;
  Mailbox<MqttEvent> events_;
  std::unordered_map<std::size_t, Ban> bans_;  // by chair
  bool told_trouble_ = false;
  std::unique_ptr<Connection> connection_;  // last: its threads use the rest
};

}  // namespace chairhub
