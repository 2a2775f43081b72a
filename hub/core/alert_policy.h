// Decides when an alert is raised, so that people leave alerts on: the most
// important one when several are due, never two close together, a limit an
// hour and a day, one repeat, none while snoozed or switched off. Says for
// each cause what holds it back.

#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <string_view>
#include <vector>

#include "hub/core/exposure.h"
#include "hub/core/observation.h"
#include "hub/core/settings.h"

namespace chairhub {

class AlertPolicy {
 public:
  // `last_id` is the highest id this chair has used; ids go on from there.
  explicit AlertPolicy(std::uint64_t last_id) : last_id_(last_id) {}

  // What the policy needs to know about the moment.
  struct Situation {
    bool occupied = false;
    bool posture_trusted = false;   // calibrated or decidable; a fault makes it false
    bool baseline_doubted = false;  // the calibration may not be right any more
    WallTime day_begin{};           // local midnight before now
  };

  // Looks at what is due and returns the alert to raise now, without its
  // evidence and advice, if there is one. Alerts whose cause has ended are
  // reported in `events`.
  std::optional<Alert> update(const Exposure& exposure, const Situation& situation, const Settings& settings,
                              Moment now, std::vector<Event>& events);

  // Why a due cause raises no alert at the moment; `none` when nothing is due.
  Held held(Cause cause) const { return held_[static_cast<std::size_t>(cause)]; }

 private:
  // One cause from becoming due to its end.
  struct Episode {
    std::uint64_t alert_id = 0;
    SteadyTime raised{};
    bool repeated = false;
  };

  Held judge(Cause cause, const Exposure& exposure, const Situation& situation, const Settings& settings,
             Moment now) const;
  bool limits_reached(const Situation& situation, const Thresholds& thresholds, Moment now) const;
  void end_episodes(const Exposure& exposure, Moment now, std::vector<Event>& events);
  Alert raise(Cause cause, const Exposure& exposure, Moment now);

  std::uint64_t last_id_;
  std::array<std::optional<Episode>, cause_count> episodes_{};
  std::array<std::optional<SteadyTime>, cause_count> last_of_{};
  std::array<Held, cause_count> held_{};
  std::deque<Moment> raised_;  // in the last 25 hours
};

}  // namespace chairhub
