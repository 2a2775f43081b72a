// The chair as it is at one instant: moves from stance to stance, sways as a
// living body does, and presses the pads. Advances tick by tick.

#pragma once

#include <cstdint>
#include <vector>

#include "drivers/simulated/body.h"
#include "drivers/simulated/fsr.h"
#include "drivers/simulated/scenario.h"
#include "drivers/simulated/story.h"
#include "hub/core/chair.h"
#include "hub/core/result.h"

namespace chairhub::simulated {

class SittingChair {
 public:
  // Finds the pad of each press; an unknown one is an error with the scenario's place.
  static Result<SittingChair> make(const Chair& chair, const Scenario& scenario, std::uint64_t seed);

  // A new day begins: the same scenario, told with another seed. The pads keep
  // what they remember of the day before.
  void begin_day(std::uint64_t seed);

  // One tick; `now` is since the scenario's begin of this day.
  void advance(Millis now);

  // What the pad shows, as a fraction of its span, without noise.
  double shown(std::size_t pad) const { return fsrs_[pad].shown(); }

 private:
  struct Press {
    std::size_t pad;
    TimeSpan when;
  };

  SittingChair(const Chair& chair, const Scenario& scenario, std::uint64_t seed);

  void change_stance(const Stance& stance);
  bool holds(const std::vector<TimeSpan>& spans, Millis now) const;
  double cat_jumps() const;
  double knock(std::size_t pad) const;
  double thumb(std::size_t pad, Millis now) const;
  double progress() const;
  double sway(std::uint64_t stream) const;

  Chair chair_;
  Scenario scenario_;
  std::uint64_t seed_;
  Body body_;
  std::vector<Fsr> fsrs_;
  std::vector<double> coat_;
  std::vector<Press> presses_;
  std::vector<Stance> stances_;
  std::size_t next_stance_ = 0;
  Pose pose_ = Pose::empty;
  // From one stance's forces to the next one's.
  std::vector<double> from_, to_;
  std::uint64_t ticks_ = 0;
  std::uint64_t changed_ = 0;  // the tick
};

}  // namespace chairhub::simulated
