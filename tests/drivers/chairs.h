// Chairs for the tests of the drivers.

#pragma once

#include <string>

#include "hub/core/chair.h"

namespace chairhub {

// Two pads in the seat, one in the back.
inline Chair small_chair() {
  return {"desk",
          "Desk",
          {{"left", Zone::seat, -1, 0.5, {}}, {"right", Zone::seat, 1, 0.5, {}}, {"back", Zone::back, 0, 0.5, {}}}};
}

// Four pads in the seat and four in the back: rear (or bottom) left and right,
// then front (or top) left and right.
inline Chair office_chair(CountRange range = {0, 4095}) {
  Chair chair{"office", "Office", {}};
  for (const Zone zone : {Zone::seat, Zone::back})
    for (const double y : {0.0, 1.0})
      for (const double x : {-1.0, 1.0}) {
        const std::string name =
            std::string(zone == Zone::seat ? "seat_" : "back_") + (y == 0 ? "1" : "2") + (x < 0 ? "l" : "r");
        chair.pads.push_back({name, zone, x, y, range});
      }
  return chair;
}

}  // namespace chairhub
