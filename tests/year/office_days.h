// What a sitter does through one office day, and what else happens: a story
// of stances, and a calendar of meetings, snoozes, coats and faults.

#pragma once

#include <optional>
#include <vector>

#include "drivers/simulated/story.h"
#include "hub/core/settings.h"
#include "tests/year/pads.h"

namespace chairhub::year {

// Shares of a sitter's time and how often they do things; fixed for a sitter.
struct Habits {
  double weight_kg = 75;
  double shifts_per_hour = 12;
  double unsupported_per_hour = 0.4;  // stretches of 5 to 25 min
  double bent_per_hour = 0.3;         // stretches of 2 to 14 min
  double slumped_per_hour = 0.2;      // stretches of 3 to 20 min
  double block_min = 50;              // between breaks, on average
  bool rests_at_noon = false;         // has set quiet hours from 12:00 to 13:00
  bool measures_upright = false;      // does the optional step of the calibration as well
};

Habits habits_of(int sitter);

struct Interval {
  Millis from{};  // since midnight
  Millis to{};

  bool contains(Millis at) const { return at >= from && at < to; }
};

enum class FaultKind { pad_unplugged, backrest_unplugged, silence };
struct Fault {
  FaultKind kind = FaultKind::silence;
  Interval when;
  std::size_t pad = 0;  // of pad_unplugged
};

struct OfficeDay {
  Millis begin{};  // since midnight
  Millis end{};
  std::vector<simulated::Stance> stances;  // `from` is since `begin`
  std::vector<Interval> meetings;
  std::vector<Interval> coats;
  std::optional<Millis> snooze;  // for half an hour
  std::optional<Fault> fault;
};

OfficeDay make_day(const Habits& habits, Random& random);

}  // namespace chairhub::year
