// One connection to the broker and the chairs that speak on it: a chair that
// scans converters has a line of its own, those of wireless kits share one.
// Decides whom an event concerns and who may speak next.
//
// Thread rule: everything on the loop's thread.

#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "hub/mqtt/connection.h"
#include "hub/mqtt/retained.h"
#include "hub/mqtt/topics.h"

namespace chairhub {

class BrokerLine {
 public:
  // An event, and a chair that it concerns.
  struct Told {
    std::size_t chair = 0;
    MqttEvent event;
  };

  // `where` comes before what the journal hears. `availability` is the topic that says for all of its chairs
  // whether the hub is there; empty where the only chair's own does.
  BrokerLine(std::unique_ptr<Connection> connection, std::string where, std::string availability);

  // A chair that speaks here, and hears all below topics.set and topics.cmd, its own topics.diag, and `common` ones.
  void join(std::size_t chair, const Topics& topics, const std::vector<std::string>& common);

  // Connects, and says what is due of its own; when to be called again.
  std::optional<SteadyTime> turn(SteadyTime now);
  // What happened, for each chair that it concerns.
  std::vector<Told> note(const MqttEvent& event, SteadyTime now);

  bool is_connected() const { return connection_->is_connected(); }
  bool has_tried() const { return has_tried_; }  // to connect
  std::size_t room() const { return connection_->room(); }
  // The message's token is the chair's own; it comes back in what note() returns.
  void publish(std::size_t chair, Message message);

  // A chair that had more to say than there was room for; it is among the next when there is some.
  void wait_for_room(std::size_t chair);
  std::vector<std::size_t> next_speakers();

  // Says goodbye for all at once, before the chairs do so.
  void begin_goodbye();
  // Waits for the broker, but not for long.
  void close();

 private:
  struct Sent {
    std::size_t chair = 0;
    std::uint32_t token = 0;
  };

  void hand_over(Message message);

  std::string where_;
  bool speaks_ = false;  // for all: has an availability of its own
  Retained availability_;
  std::vector<std::size_t> chairs_;
  std::unordered_map<std::string, std::size_t> by_prefix_;  // "chairhub/desk/set/"
  std::unordered_map<std::uint32_t, Sent> in_flight_;       // by the line's token
  std::deque<std::size_t> waiting_;                         // each once
  std::unordered_set<std::size_t> is_waiting_;              // the same chairs
  std::uint32_t last_token_ = 0;
  bool told_trouble_ = false;
  bool has_tried_ = false;
  std::unique_ptr<Connection> connection_;
};

}  // namespace chairhub
