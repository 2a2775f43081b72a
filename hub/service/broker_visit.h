// A command's visit at the broker: it comes in as a client of its own, hears,
// says something and leaves. The service itself stays (chair_link.h).
//
// Thread rule: one thread; every call may wait for the broker.

#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include <tl/expected.hpp>

#include "hub/core/time.h"
#include "hub/mqtt/connection.h"
#include "hub/platform/mailbox.h"

namespace chairhub {

// How long a visit waits for the broker; engineering default.
inline constexpr Millis broker_patience{10'000};

class BrokerVisit {
 public:
  // The broker's first answer decides. The client id must be nobody else's: the broker throws out whoever has it.
  static tl::expected<std::unique_ptr<BrokerVisit>, MqttDisconnected> begin(ConnectionOptions options);

  // Hands on what comes until `heard` has enough. False when that never was, within the time or while the
  // connection lasted.
  bool listen(const std::function<bool(const MqttReceived&)>& heard, Millis at_most);
  // Why the broker refused a subscription, in one sentence; empty: it has not.
  const std::string& refusal() const { return refusal_; }

  void publish(const Message& message) { connection_->publish(message); }
  // Waits until the broker has what was published. The last call; without it the visit ends without a goodbye.
  void leave() { connection_->close(broker_patience); }

 private:
  BrokerVisit() = default;
  std::optional<MqttEvent> next_event(SteadyTime end);

  // The connection puts events into it until it is gone.
  Mailbox<MqttEvent> events_{1024};
  std::deque<MqttEvent> taken_;
  std::string refusal_;
  std::unique_ptr<Connection> connection_;
};

}  // namespace chairhub
