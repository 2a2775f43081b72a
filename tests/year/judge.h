// Holds what the hub tells against what really goes on: what was due and told,
// due and rightly held back, due and missed; what was told and is not so; what
// was told although nothing may be told then. Reckons silences, cool-downs,
// limits and back-off from the calendar, from what was told and from what
// really went on, by docs/alerts.md; never asks the hub why.

#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "hub/core/observation.h"
#include "tests/year/office_year.h"
#include "tests/year/patience.h"
#include "tests/year/truth.h"

namespace chairhub::year {

// What an alert has to respect at the moment.
struct World {
  Millis at{};      // since the year began
  Millis of_day{};  // since midnight
  bool is_snoozed = false;
  bool is_quiet_hour = false;
  bool is_meeting = false;
  bool can_see_posture = true;   // it cannot while a fault hides it
  bool knows_upright = true;     // without it bending may be called upright (docs/detection.md)
  bool is_break_unsure = false;  // their last break was within seconds of a full one
  // The calibration is old, or a coat hung over the backrest when they sat down ...
  bool must_doubt_baseline = false;
  bool may_doubt_baseline = false;  // ... and that it is gone cannot be known yet
};

class Judge {
 public:
  Judge(const Thresholds& thresholds, Report& report);

  void begin_day(std::string name);
  // Half a second of what really went on and what the hub told.
  void note(const Truth& truth, const World& world, const Observation& seen);
  // The chair is silent from here on: what had built up is forgotten.
  void lose_sight();
  // What is still open then is counted.
  void end_day();

 private:
  struct Told {
    Millis at{};
    Cause cause = Cause::sitting_too_long;
  };
  // From when a cause really was due until most of it has been repaid.
  struct Due {
    bool may_be_due = false;  // as far as the tolerance goes
    bool is_due = false;
    bool is_told = false;
    bool is_missed = false;
    Millis free_for{};  // nothing held it back for this long
    Millis goes_on_for{};
    Millis late{};  // how long it could have been told exactly at its limit
    std::map<std::string_view, Millis> held_by;
  };
  // The most that had built up a moment ago.
  struct Lately {
    Millis built_up{};
    Millis ago{};
  };

  void remember(Cause cause, const Truth& truth, const World& world);
  void follow(Cause cause, const Truth& truth, const World& world, const Observation& seen);
  void miss(Cause cause, const World& world, const Observation& seen);
  void close(Cause cause);
  void judge(const Alert& alert, const World& world);
  std::string_view broken_law(const Alert& alert, const World& world) const;
  void look_for_mistake(const Alert& alert, const World& world);
  bool is_overtaking(Cause cause, const World& world) const;
  std::string_view why_not(Cause cause, const World& world) const;
  std::string_view excuse(Cause cause, const World& world) const;
  std::string when(const World& world) const;

  const Thresholds& thresholds_;
  Report& report_;
  std::string day_;
  std::vector<Told> told_;          // today
  std::vector<Patience> patience_;  // by Cause
  std::array<Due, cause_count> due_{};
  std::array<Lately, cause_count> lately_{};
};

}  // namespace chairhub::year
