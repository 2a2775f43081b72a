// Which messages of kits on a radio reach the loop. A kit that sends far more
// than it should loses its own, before they cost anybody anything.
//
// Thread rule: admit() before the first message; pass() by one thread at a
// time; counts() by any.

#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "hub/core/kit.h"
#include "hub/mqtt/connection.h"
#include "hub/service/kit_topics.h"
#include "hub/service/token_bucket.h"

namespace chairhub {

struct KitMessage {
  enum class Kind : std::uint8_t {
    frame,
    online,   // the kit says it is there
    offline,  // it says goodbye, or the broker has lost it
    excess,   // it sends more than it may; said once
    flood,    // it goes on sending far more
  };
  std::size_t chair = 0;
  Kind kind = Kind::frame;
  std::string payload;  // of a frame
};

class KitGate {
 public:
  void admit(const KitTopic& kit);

  // What to hand on of a message that arrived at `now`; unset: nothing.
  std::optional<KitMessage> pass(MqttReceived message, SteadyTime now);

  // What was not handed on: "excess" and "retained", also for a chair whose kit is scanned.
  std::vector<NamedCount> counts(std::size_t chair) const;

 private:
  struct Sender {
    Sender(std::size_t its_chair, double rate_hz);

    std::size_t chair;
    TokenBucket allowance;
    TokenBucket patience;   // with what is beyond the allowance
    bool was_told = false;  // that there is excess
    bool floods = false;
    std::atomic<std::uint64_t> excess = 0;
    std::atomic<std::uint64_t> retained = 0;
  };
  struct Entry {
    Sender* sender = nullptr;
    bool is_availability = false;
  };

  static std::optional<KitMessage> refuse(Sender& sender, SteadyTime now);

  std::unordered_map<std::string, Entry> by_topic_;
  std::unordered_map<std::size_t, std::unique_ptr<Sender>> senders_;  // by chair
};

}  // namespace chairhub
