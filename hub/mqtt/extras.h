// What not every hub tells.

#pragma once

#include "hub/core/time.h"

namespace chairhub {

struct Extras {
  Millis pads_every{};                 // how often the pads' counts are told; zero: never
  bool has_board_temperature = false;  // something measures it
};

}  // namespace chairhub
