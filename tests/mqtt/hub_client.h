// The hub's side of a connection as the service runs it, small enough for a
// test: one loop that owns a Connection, and an Announcer if there is one.
//
// Thread rule: on_event() is called on other threads; all else by the test.

#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "hub/mqtt/announcer.h"
#include "hub/mqtt/commands.h"
#include "hub/mqtt/connection.h"

namespace chairhub {

// What arrived so far, from any thread.
class EventBox {
 public:
  void put(MqttEvent event);
  std::optional<MqttEvent> take(Millis within);

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<MqttEvent> events_;
};

ConnectionOptions options_for(int port);

class HubClient {
 public:
  explicit HubClient(ConnectionOptions options);
  // With everything a chair says.
  HubClient(ConnectionOptions options, AnnouncerOptions announcer);

  // Turns the loop until `done`, or gives up.
  bool run_until(const std::function<bool()>& done, Millis within = Seconds{20});
  bool connects() {
    return run_until([&] { return connection->is_connected(); });
  }
  bool delivers(const Message& message);
  // Lets the clock of this hub jump ahead, so that no test waits for a pause.
  void skip(Millis time) { ahead_ += time; }
  SteadyTime now() const;

  std::vector<std::string> reasons;  // why it was disconnected, or refused
  std::vector<MqttReceived> received;
  std::vector<Result<Command>> commands;  // what of it were commands
  std::vector<std::uint64_t> delivered_alerts;
  std::vector<std::uint32_t> delivered;  // tokens
  std::optional<SteadyTime> next_attempt;
  std::optional<Announcer> announcer;

 private:
  void handle(const MqttEvent& event);
  void handle(const MqttReceived& message);
  void turn();

  Millis ahead_{0};
  EventBox events_;

 public:
  std::unique_ptr<Connection> connection;  // last: its threads use the rest
};

}  // namespace chairhub
