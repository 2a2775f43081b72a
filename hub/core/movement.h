// Counts posture shifts: the load's balance has moved by a tenth (a large one:
// a fifth), or the back has left the backrest or found it, and that stays so.
// Fidgeting back and forth is none. Also tells how long somebody has kept still.

#pragma once

#include <deque>
#include <optional>

#include "hub/core/balance.h"
#include "hub/core/observation.h"
#include "hub/core/thresholds.h"
#include "hub/core/time.h"

namespace chairhub {

class Movement {
 public:
  // Somebody has sat down, or the sensors have just come back: counting starts anew.
  void restart(SteadyTime now);

  // A pad has been taken out or back, so the same sitting has another balance: that is no shift.
  void take_place_anew();

  // Takes the newest balance of an occupied chair and whether the back is supported, unset where that cannot be known;
  // a shift that has just been held for long enough is returned, stamped when it began.
  std::optional<Shifted> update(const Balance& balance, std::optional<bool> supported, Moment now,
                                const Thresholds& thresholds);

  // Since the last shift, or since sitting down.
  Millis still_for(SteadyTime now) const { return now - still_since_; }

  // Shifts in the last hour up to `now`.
  std::size_t shifts_in_last_hour(SteadyTime now);

 private:
  struct Position {
    double left_right = 0;
    double front_back = 0;
    std::optional<bool> supported;
  };
  static double distance(const Position& a, const Position& b);

  std::optional<Position> settled_;  // where the load was last at rest
  std::optional<Moment> moving_since_;
  Position moved_to_;
  SteadyTime begun_{};  // counting, as restart() was told
  SteadyTime still_since_{};
  std::optional<SteadyTime> last_shift_;
  std::deque<SteadyTime> recent_;
};

}  // namespace chairhub
