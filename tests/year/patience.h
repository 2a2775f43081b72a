// How long the next alert of a cause waits for the last one of the same cause:
// cool-down, one repeat, back-off. Reckoned by docs/alerts.md from what was
// told and what really went on since. Where seconds decide, such as whether it
// stopped before the alert counts as ignored, both readings are allowed.

#pragma once

#include <optional>

#include "hub/core/alert.h"
#include "hub/core/thresholds.h"
#include "hub/core/time.h"

namespace chairhub::year {

// How far what has really built up and what the hub has seen of it may be apart: a change of posture is followed after
// 2 s, and a stretch has several of them. Getting up is seen a second later than sitting down, and in a break each
// second is worth twelve.
constexpr Millis tolerance(Cause cause) {
  return cause == Cause::sitting_too_long ? Minutes(2) : Minutes(1);
}
// How long a change may take to be seen: 3 s for a shift to be held, and the median before it.
inline constexpr Millis moment{10'000};
// Of a limit; less than this is left of a cause that has ended.
inline constexpr double exit_factor = 0.7;

class Patience {
 public:
  Patience(Cause cause, const Thresholds& thresholds);

  // Half a second of what really goes on.
  void note(Millis at, Millis built_up, bool goes_on);
  void told(Millis at, bool is_repeat);
  // Nothing is seen for a while, and what had built up is forgotten: a silence, a night.
  void lose_sight();

  // May it still wait, by the longest reading?
  bool may_wait(Millis at) const;
  // Has it to, by the shortest?
  bool has_to_wait(Millis at) const;
  // Has the cause gone on or ended since the last alert, beyond doubt?
  bool has_gone_on() const { return last_ && least_ > open_ + tolerance(cause_); }
  bool has_ended() const { return !last_ || least_ < open_ - tolerance(cause_); }

 private:
  struct Told {
    Millis at{};
    bool is_repeat = false;
    bool is_judged = false;  // ignored or acted on
  };
  void decide(int least_ignored, int most_ignored);
  Millis interval(bool goes_on, int ignored) const;

  Cause cause_;
  const Thresholds& thresholds_;
  Millis open_;  // at least this much is left of a cause that has not ended
  std::optional<Told> last_;
  Millis least_{};    // that was left since
  Millis went_on_{};  // when it last did
  // In a row.
  int least_ignored_ = 0;
  int most_ignored_ = 0;
};

}  // namespace chairhub::year
