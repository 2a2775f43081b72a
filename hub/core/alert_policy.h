// Decides when an alert is raised, so that people leave alerts on: the most
// important one when several are due, never two close together, a limit an
// hour and a day, one repeat, less often when they are ignored, none while
// snoozed, in a meeting, in quiet hours or switched off. Says for each cause
// what holds it back, and what would be told next.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "hub/core/alert_history.h"
#include "hub/core/back_off.h"
#include "hub/core/exposure.h"
#include "hub/core/observation.h"
#include "hub/core/settings.h"

namespace chairhub {

// An alert of an earlier start of the hub, as the log has it.
struct PastAlert {
  std::uint64_t id = 0;
  Cause cause = Cause::sitting_too_long;
  WallTime raised{};
  bool is_repeat = false;
  bool is_open = false;          // the hub stopped before its end
  std::optional<bool> acted_on;  // unset: not known
};
// What the policy must not forget: cool-downs, limits, back-off, open alerts.
struct AlertPolicyResume {
  std::vector<PastAlert> alerts;  // oldest first
};

class AlertPolicy {
 public:
  // `last_id` is the highest id this chair has used; ids go on from there.
  explicit AlertPolicy(std::uint64_t last_id, AlertPolicyResume resume = {});

  // What the policy needs to know about the moment.
  struct Situation {
    bool occupied = false;
    bool posture_trusted = false;   // calibrated or decidable; a fault makes it false
    bool baseline_doubted = false;  // the calibration may not be right any more
    Millis clock_time{};            // what the clock on the wall shows (local_time.h); for quiet hours
    WallTime day_begin{};           // local midnight before now
    WallTime day_end{};             // and after
  };

  // Looks at what is due and returns the alert to raise now, without its
  // evidence and advice, if there is one. Alerts whose cause has ended are
  // reported in `events`.
  std::optional<Alert> update(const Exposure& exposure, const Situation& situation, const Settings& settings,
                              Moment now, std::vector<Event>& events);

  // What was built up is forgotten, because the sensors were silent or the hub
  // was paused: an open alert that does not go on then was not acted on.
  void interrupt() { is_unproven_ = true; }

  // Why a cause raises no alert at the moment.
  Held held(Cause cause) const { return held_[static_cast<std::size_t>(cause)]; }

  // What would be told next, and in how long, if everything stayed as it was in
  // the last update(); unset when nothing would. A change of daylight saving
  // in between is not foreseen.
  std::optional<NextDue> next_due(const Exposure& exposure, const Situation& situation, const Settings& settings,
                                  Moment now) const;

 private:
  // The open alert of a cause, until the cause has ended.
  struct Episode {
    std::uint64_t alert_id = 0;
    SteadyTime raised{};
    bool is_repeated = false;
    bool is_ignored = false;  // the cause went on for too long after it
  };

  void resume(Moment now);
  void follow_episodes(const Exposure& exposure, const Situation& situation, const Thresholds& thresholds, Moment now,
                       std::vector<Event>& events);
  Held judge(Cause cause, const Exposure& exposure, const Situation& situation, const Settings& settings,
             Moment now) const;
  Millis interval(Cause cause, const Thresholds& thresholds) const;
  Millis until_room(const Situation& situation, const Thresholds& thresholds, Moment now) const;
  // How long whatever is due is held back.
  Millis until_any_may(const Situation& situation, const Settings& settings, Moment now) const;
  bool may_be_told(Cause cause, const Exposure& exposure, const Situation& situation, const Settings& settings) const;
  Millis until_told(Cause cause, const Exposure& exposure, const Thresholds& thresholds, SteadyTime now) const;
  Alert raise(Cause cause, const Exposure& exposure, Moment now);

  std::uint64_t last_id_;
  std::optional<AlertPolicyResume> past_;  // until the first update() tells what time it is
  bool is_unproven_ = true;
  std::array<std::optional<Episode>, cause_count> episodes_{};
  std::array<Held, cause_count> held_{};
  AlertHistory history_;
  BackOff back_off_;
};

}  // namespace chairhub
