// What its owner may change while the hub runs, and what they may ask for.
// Arrives from MQTT or the terminal, is kept in the log, and survives a restart.

#pragma once

#include <array>
#include <optional>
#include <string>
#include <variant>

#include "hub/core/alert.h"
#include "hub/core/thresholds.h"
#include "hub/core/time.h"

namespace chairhub {

struct Settings {
  bool alerts = true;                     // alerts on; off silences them until switched on
  bool paused = false;                    // nothing is judged, logged or published but this
  std::optional<WallTime> snoozed_until;  // always ends by itself
  std::array<bool, cause_count> cause_on = {true, true, true, true, false};  // by Cause; asymmetric is off by default
  Thresholds thresholds;
};

struct SetAlerts {
  bool on;
};
struct SetCause {
  Cause cause;
  bool on;
};
struct SetPaused {
  bool on;
};
struct SetThreshold {
  std::string key;
  double value;
};
struct Snooze {
  Minutes length;
};  // 0 ends a snooze
struct SnoozeUntilTomorrow {};
struct Tare {};            // take the zero of the empty chair
struct CalibrateStart {};  // the guided calibration (calibration_steps.h)
struct CalibrateNext {};
struct CalibrateCancel {};

using Command = std::variant<SetAlerts, SetCause, SetPaused, SetThreshold, Snooze, SnoozeUntilTomorrow, Tare,
                             CalibrateStart, CalibrateNext, CalibrateCancel>;

}  // namespace chairhub
