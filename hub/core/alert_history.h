// When a chair was alerted, and how much longer the next alert has to wait
// because of that. Decides nothing about causes and people: alert_policy.h asks.
//
// Kept in steady times alone, so a wall clock that jumps grants no alert.

#pragma once

#include <array>
#include <deque>
#include <optional>

#include "hub/core/alert.h"
#include "hub/core/time.h"

namespace chairhub {

class AlertHistory {
 public:
  // In any order.
  void add(Cause cause, SteadyTime at);

  // Since the last alert of this cause; unset when there was none.
  std::optional<Millis> since_last(Cause cause, SteadyTime now) const;

  // How much longer until an alert is allowed; zero when it is now.
  Millis until_free(Millis interval, SteadyTime now) const;  // of any cause
  Millis until_hour_has_room(double limit, SteadyTime now) const;
  // The day is told by its distance from now, to both sides.
  Millis until_day_has_room(double limit, Millis since_midnight, Millis until_midnight, SteadyTime now) const;

 private:
  std::array<std::optional<SteadyTime>, cause_count> last_of_{};
  std::deque<SteadyTime> raised_;  // oldest first; as far back as the longest day reaches
};

}  // namespace chairhub
