#include "hub/core/held_changes.h"

#include "hub/core/units.h"

namespace chairhub {

void HeldChanges::update(const AlertPolicy& policy, const Exposure& exposure, const Thresholds& thresholds, Moment now,
                         std::vector<Event>& events) {
  for (const Cause cause : all_causes) {
    Line& line = lines_[static_cast<std::size_t>(cause)];
    // The alert itself tells that nothing held it; from now on it is the one that was raised.
    const Held held = policy.held(cause) == Held::nothing ? Held::already_raised : policy.held(cause);
    if (held == line.told) {
      line.change.reset();
      continue;
    }
    if (!line.change)
      line.change = {cause, held, now, to_minutes(exposure.of(cause)), to_minutes(Exposure::limit(cause, thresholds))};
    if (now.steady - line.change->at.steady < settle) continue;
    line.told = line.change->held = held;
    events.emplace_back(*line.change);
    line.change.reset();
  }
}

void HeldChanges::interrupt(Moment at, std::vector<Event>& events) {
  for (const Cause cause : all_causes) {
    Line& line = lines_[static_cast<std::size_t>(cause)];
    if (line.told != Held::not_due) events.emplace_back(HeldChanged{cause, Held::not_due, at, 0, 0});
    line = Line{};
  }
}

}  // namespace chairhub
