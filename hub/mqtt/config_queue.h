// What is still to be announced to Home Assistant, in its order and with its
// pauses: it may drop parts of an announcement that follows another at once.

#pragma once

#include <deque>
#include <optional>
#include <utility>

#include "hub/core/time.h"
#include "hub/mqtt/discovery.h"

namespace chairhub {

class ConfigQueue {
 public:
  explicit ConfigQueue(std::optional<Discovery> discovery) : discovery_(std::move(discovery)) {}

  // At a new connection: everything is to be said from its beginning, at the next chance.
  void begin();
  // The announcement is to be said again, behind what is under way.
  void repeat();
  // The next message, when its time has come.
  std::optional<ConfigMessage> take(SteadyTime now);
  // Nothing is left to be taken.
  bool is_empty() const { return groups_.empty(); }
  // The broker has all of it: what is said only once has been.
  void confirm() { is_confirmed_ = true; }
  // The announcement is complete with the message taken last.
  bool has_announced() { return std::exchange(has_announced_, false); }
  // When there is something again; unset: nothing waits, or only for room.
  std::optional<SteadyTime> due_at() const;

 private:
  static constexpr Millis gap = Seconds{2};

  struct Group {
    std::deque<ConfigMessage> messages;
    bool is_announcement = false;
  };
  void add(const ConfigGroup& messages, bool is_announcement);

  std::optional<Discovery> discovery_;
  std::deque<Group> groups_;
  bool is_confirmed_ = false;
  bool is_within_group_ = false;
  bool has_announced_ = false;
  std::optional<SteadyTime> sent_at_;
};

}  // namespace chairhub
