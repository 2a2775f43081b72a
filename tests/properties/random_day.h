// Random days for the laws that hold on every day: how somebody sits and what
// they switch, stretch by stretch. rapidcheck makes them, and shrinks the ones
// that break a law to the shortest that still does.

#pragma once

#include <iosfwd>
#include <variant>
#include <vector>

#include "hub/core/alert_policy.h"
#include "hub/core/local_time.h"
#include "hub/core/settings.h"
#include "tests/support/moments.h"

namespace chairhub {

struct Stretch {
  Posture posture = Posture::empty;
  int minutes = 0;
  bool moves = false;       // posture shifts all the time
  bool leans = false;       // to one side
  bool meets = false;       // the meeting switch is on
  bool snoozes = false;     // for 30 min from its begin
  bool is_doubted = false;  // the calibration may have moved
};
using RandomDay = std::vector<Stretch>;
std::ostream& operator<<(std::ostream& out, const Stretch& stretch);  // for rapidcheck's reports

RandomDay random_day();

// Thresholds as a person could set them: some changed within their range.
Settings random_settings();

// What the policy said during a day, in its order, and what held then.
struct Told {
  std::variant<Alert, AlertCleared> what;
  Settings settings;
  Stretch stretch;
  Millis clock_time{};
};
struct LivedDay {
  std::vector<Told> story;
  bool ended_with_a_stale_snooze = false;  // one was still set after its time

  std::vector<Told> alerts() const;
};

// Lives a day that begins at `begin` through sittings, exposure and policy, second by second.
LivedDay live(const RandomDay& day, Settings settings, Moment begin = morning());

}  // namespace chairhub
