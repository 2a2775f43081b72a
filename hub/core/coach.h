// Pairs the cause of an alert with what helps: first the remedy for the cause,
// then one exercise that fits it and can be done right there. Exercises are
// adapted, in our own words, from a public article by a physiotherapist;
// nothing here is medical advice.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "hub/core/alert.h"

namespace chairhub {

struct Exercise {
  std::string_view id;
  std::string_view name;
  bool strength = false;  // strength exercises belong to a daily plan, never to an alert
  bool in_chair = false;  // can be done without getting up
  std::string_view dose;
  std::string_view how;
  std::string_view precaution;
};

// Five stretches and two strength exercises.
std::span<const Exercise> exercises();

// What to do about `cause`. `turn` counts the alerts of this cause so far: the
// exercises that fit take turns, so that the advice does not wear off.
Advice advice_for(Cause cause, std::uint64_t turn);

}  // namespace chairhub
