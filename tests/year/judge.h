// Holds what the hub tells against what really goes on: what was due and told,
// due and rightly held back, due and missed; what was told and is not so; what
// was told although nothing may be told then. Reckons silences, cool-downs and
// limits from the calendar and from what was told, by docs/alerts.md.

#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "hub/core/observation.h"
#include "tests/year/office_year.h"
#include "tests/year/truth.h"

namespace chairhub::year {

// What an alert has to respect at the moment.
struct World {
  Millis at{};      // since the year began
  Millis of_day{};  // since midnight
  bool is_snoozed = false;
  bool is_quiet_hour = false;
  bool is_meeting = false;
  bool can_see_posture = true;      // it cannot while a fault hides it
  bool knows_upright = true;        // without it bending may be called upright (docs/detection.md)
  bool has_lost_rear_pad = false;   // what is left tells bending less well (docs/detection.md)
  bool may_doubt_baseline = false;  // a coat hangs over the backrest, or the calibration is old
};

class Judge {
 public:
  Judge(const Thresholds& thresholds, Report& report) : thresholds_(thresholds), report_(report) {}

  void begin_day(std::string name);
  // Half a second of what really went on and what the hub made of it.
  void note(const Truth& truth, const World& world, const Observation& seen);
  // What is still open then is counted.
  void end_day();

 private:
  struct Told {
    Millis at{};
    Cause cause = Cause::sitting_too_long;
    bool is_repeat = false;
  };
  // From when a cause really was due until most of it has been repaid.
  struct Due {
    bool may_be_due = false;  // as far as the tolerance goes
    bool is_due = false;
    bool is_told = false;
    bool is_missed = false;
    Millis free_for{};  // nothing held it back for this long
  };
  // The most that had built up a moment ago.
  struct Lately {
    Millis built_up{};
    Millis ago{};
  };

  void remember(Cause cause, const Truth& truth);
  void follow(Cause cause, const Truth& truth, const World& world, const Observation& seen);
  void close(Cause cause);
  void judge(const Alert& alert, const World& world);
  std::string_view why_not(Cause cause, const World& world) const;
  bool is_excused(Cause cause, const World& world, const Observation& seen) const;
  bool waits_for_its_own(Cause cause, Held held, const World& world) const;
  bool is_too_soon(const Alert& alert, const World& world) const;
  std::string when(const World& world) const;

  const Thresholds& thresholds_;
  Report& report_;
  std::string day_;
  std::vector<Told> told_;  // today
  std::array<Due, cause_count> due_{};
  std::array<Lately, cause_count> lately_{};
};

}  // namespace chairhub::year
