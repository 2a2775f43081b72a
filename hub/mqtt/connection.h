// A connection to the broker: connects, subscribes, publishes, and tries again
// with growing pauses. Who shares one, and whose availability its will is, the
// service decides.
//
// Thread rule: everything is called from one thread, the loop's, and never
// blocks it except close(). `on_event` is called on other threads; it must
// hand the event to the loop (a mailbox), which gives it to note(). No call of
// on_event happens after close() or the destructor has returned.

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "hub/core/result.h"
#include "hub/core/time.h"
#include "hub/mqtt/backoff.h"
#include "hub/mqtt/message.h"
#include "hub/mqtt/worker.h"

namespace chairhub {

struct ConnectionOptions {
  std::string host;
  int port = 1883;
  std::string client_id;  // fixed per installation and what it is for
  std::string user;
  std::string password;
  bool tls = false;
  std::string ca_file;           // empty: the system's certificates
  std::string client_cert_file;  // empty: none
  std::string client_key_file;
  int protocol = 311;  // 311 or 5
  Message will;        // none when its topic is empty
  std::vector<std::string> subscriptions;
  int subscription_qos = 1;
  std::uint32_t max_packet_bytes = 0;  // what a broker that speaks MQTT 5 may send us at most; 0: anything
};

// `session` counts attempts to connect; note() uses it to tell events of one
// that is over.
struct MqttConnected {
  std::uint32_t session = 0;
};
struct MqttDisconnected {  // also: could not connect
  std::uint32_t session = 0;
  std::string reason;       // one sentence
  bool wrong_user = false;  // name or password
};
struct MqttReceived {
  std::string topic;
  std::string payload;
  bool retained = false;
};
struct MqttDelivered {
  std::uint32_t token = 0;
};
struct MqttRefused {   // the broker does not allow a subscription
  std::string reason;  // one sentence
};
using MqttEvent = std::variant<MqttConnected, MqttDisconnected, MqttReceived, MqttDelivered, MqttRefused>;

class PahoLink;

class Connection {
 public:
  // Messages the broker has not answered yet.
  static constexpr std::size_t max_in_flight = 20;

  // Refuses TLS files that cannot be read. `random` gives 0..1 and spreads the
  // reconnects of many hubs. Does not connect yet; turn() does.
  static Result<std::unique_ptr<Connection>> make(ConnectionOptions options, std::function<void(MqttEvent)> on_event,
                                                  std::function<double()> random);
  Connection(std::shared_ptr<PahoLink> link, std::function<double()> random);
  // Goes without a goodbye, as if close() had been given no time.
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // Begins to connect when it is time to; returns when to be called again.
  std::optional<SteadyTime> turn(SteadyTime now);

  // False: an event of an attempt that is over; to be ignored.
  bool note(const MqttEvent& event, SteadyTime now);

  bool is_connected() const { return phase_ == Phase::connected; }
  // Listen to one more filter, or to one less, now and after each connect.
  void subscribe(std::string filter);
  void unsubscribe(std::string filter);

  // How many messages may be handed over now; 0 while not connected.
  std::size_t room() const;
  // Ignored while not connected. The message's token is unlike any in flight.
  void publish(const Message& message);

  // Waits until the broker has what was published, disconnects cleanly, and
  // returns within `at_most` even if the broker is gone. The last call.
  void close(Millis at_most);

 private:
  enum class Phase { waiting, connecting, connected, closed };

  bool on_connected(const MqttConnected& event, SteadyTime now);
  bool on_disconnected(const MqttDisconnected& event, SteadyTime now);

  std::shared_ptr<PahoLink> link_;
  std::function<double()> random_;
  Phase phase_ = Phase::waiting;
  std::uint32_t session_ = 0;
  std::set<std::uint32_t> in_flight_;  // tokens
  Backoff backoff_;
  std::optional<SteadyTime> next_attempt_;
  SteadyTime connected_at_{};
  Worker worker_;
};

}  // namespace chairhub
