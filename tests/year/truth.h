// What really happened on the chair, and whether the detection noticed it:
// takes the true stance and the observation of each half second. Looks at
// plain stretches of time only, and knows nothing of exposure or policy.

#pragma once

#include <array>
#include <deque>
#include <string>

#include "drivers/simulated/story.h"
#include "hub/core/observation.h"
#include "hub/core/settings.h"
#include "hub/core/thresholds.h"
#include "tests/year/office_year.h"

namespace chairhub::year {

class Truth {
 public:
  Truth(const Thresholds& thresholds, Report& report) : thresholds_(thresholds), report_(report) {}

  void begin_day(std::string name);
  // One half second; `is_excused`: postures cannot be judged, because a pad is broken or the calibration is in doubt.
  void note(const simulated::Stance& stance, Millis of_day, const Observation& seen, bool is_excused);

 private:
  static constexpr Millis tick{500};
  // A stretch of one cause, and whether it was noticed.
  struct Going {
    Millis lasted{};
    bool is_noticed = false;
    bool is_excused = false;
    bool is_counted = false;
  };

  bool goes_on(Cause cause, const simulated::Stance& stance) const;
  void follow(Cause cause, bool goes_on, const Observation& seen, bool is_excused);
  void judge(const Alert& alert);
  Millis of_late(Cause cause, Millis window) const;
  Millis motionless() const;
  std::string when() const;

  const Thresholds& thresholds_;
  Report& report_;
  std::string day_;
  Millis of_day_{};
  simulated::Stance before_;
  bool is_first_ = true;
  std::array<Going, cause_count> going_{};
  Millis motionless_before_{};                         // the stretch before the present one,
  Millis since_motionless_{};                          // and how long ago it ended
  std::deque<std::array<bool, cause_count>> history_;  // of the last three hours, newest last
};

}  // namespace chairhub::year
