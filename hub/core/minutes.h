// Sums ticks up to whole minutes of wall time (minute.h), for the log.

#pragma once

#include <cstdint>
#include <vector>

#include "hub/core/balance.h"
#include "hub/core/observation.h"

namespace chairhub {

class MinuteSums {
 public:
  // What held from `now - elapsed` to `now`. A minute that this completes goes
  // to `events`, unless nobody sat in it.
  void add(Posture posture, bool occupied, const Balance& balance, Moment now, Millis elapsed,
           std::vector<Event>& events);

  void count_shift() { ++minute_.shifts; }

  // Ends the minute in progress, because time has jumped or the program stops.
  void close(std::vector<Event>& events);

 private:
  struct Sum {
    double min = 0;
    double max = 0;
    double total = 0;
    void add(double value, bool first);
    MinMeanMax mean_of(std::uint32_t n) const;
  };
  void begin(WallTime start);

  bool open_ = false;
  std::uint32_t occupied_ticks_ = 0;
  Minute minute_;
  Sum seat_total_, back_share_, left_right_, front_back_;
};

}  // namespace chairhub
