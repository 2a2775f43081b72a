// The alerts the broker does not have yet, oldest first: those to be
// published, and those on their way. Private to the announcer.

#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>

#include "hub/core/alert.h"

namespace chairhub {

class AlertQueue {
 public:
  struct Waiting {
    Alert alert;
    bool left_over = false;  // of an earlier run: its steady time means nothing now
  };

  // Beyond this many the oldest is let go; it is still in the log, without a
  // delivery, and comes again at the next start.
  static constexpr std::size_t max_waiting = 200;

  void add(Waiting waiting);
  bool is_empty() const { return waiting_.empty(); }
  const Waiting& front() const { return waiting_.front(); }
  // The front one is on its way in the message with this token.
  void sent(std::uint32_t token);
  // The alert's id, when the token is one of ours.
  std::optional<std::uint64_t> delivered(std::uint32_t token);
  // The connection is gone: whatever was on its way waits again.
  void take_back();

 private:
  std::deque<Waiting> waiting_;
  std::map<std::uint32_t, Waiting> on_the_way_;  // by token, which rises
};

}  // namespace chairhub
