// Counts weight shifts, for people who cannot stand up and for whom it is the
// relief that counts: a part of the seat (its left, its right, its rear, or
// all of it) is unloaded by a third for a quarter of a minute. Who moves only
// for a moment has not shifted their weight.

#pragma once

#include <array>
#include <deque>
#include <optional>

#include "hub/core/balance.h"
#include "hub/core/chair.h"
#include "hub/core/observation.h"
#include "hub/core/thresholds.h"
#include "hub/core/time.h"

namespace chairhub {

class WeightShifts {
 public:
  // `chair` outlives this.
  explicit WeightShifts(const Chair& chair);

  // Somebody has sat down, or the sensors have just come back: counting starts anew.
  void restart(SteadyTime now);

  // Takes the newest loads of an occupied chair; a shift that has just been held for long enough is returned, stamped
  // when it began.
  std::optional<Shifted> update(const Loads& loads, Moment now, Millis elapsed, const Thresholds& thresholds);

  // Since the last weight shift, or since sitting down.
  Millis still_for(SteadyTime now) const { return now - still_since_; }
  std::size_t shifts_in_last_hour(SteadyTime now);

 private:
  enum Part : std::uint8_t { whole, left, right, rear, parts };
  using PartLoads = std::array<double, parts>;
  PartLoads weigh(const Loads& loads) const;

  const Chair& chair_;
  double middle_ = 0;  // between the seat's rearmost and foremost pad
  std::optional<PartLoads> usual_;
  std::optional<Moment> relieved_since_;
  bool is_counted_ = false;  // the present relief
  SteadyTime still_since_{};
  std::deque<SteadyTime> recent_;
};

}  // namespace chairhub
