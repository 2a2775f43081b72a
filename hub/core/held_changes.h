// What keeps each cause from being told, as a story for the log: a reason is
// told once the one before it has been gone for a while, so that a sitter who
// moves to and fro makes no rows by the second.

#pragma once

#include <array>
#include <optional>
#include <vector>

#include "hub/core/alert_policy.h"
#include "hub/core/exposure.h"
#include "hub/core/observation.h"

namespace chairhub {

class HeldChanges {
 public:
  // The log is read minute by minute, so half of one is fine enough (engineering default).
  static constexpr Millis settle = Seconds(30);

  // To be called after the policy's update(); changes come in the order of the causes.
  void update(const AlertPolicy& policy, const Exposure& exposure, const Thresholds& thresholds, Moment now,
              std::vector<Event>& events);
  // Nothing is due any more, because the sensors were silent, or the hub stops.
  void interrupt(Moment at, std::vector<Event>& events);

 private:
  struct Line {
    Held told = Held::not_due;
    std::optional<HeldChanged> change;  // what came when `told` was gone
  };

  std::array<Line, cause_count> lines_{};
};

}  // namespace chairhub
