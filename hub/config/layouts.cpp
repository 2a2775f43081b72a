#include "hub/config/layouts.h"

namespace chairhub {

std::vector<Pad> standard8(CountRange range) {
  return {
      {"seat_rl", Zone::seat, -0.30, 0.30, range},  // under the sitting bones
      {"seat_rr", Zone::seat, 0.30, 0.30, range},
      {"seat_fl", Zone::seat, -0.50, 0.75, range},  // middle of the thighs
      {"seat_fr", Zone::seat, 0.50, 0.75, range},
      {"back_ll", Zone::back, -0.30, 0.35, range},  // small of the back
      {"back_lr", Zone::back, 0.30, 0.35, range},
      {"back_ul", Zone::back, -0.45, 0.75, range},  // below the shoulder blades
      {"back_ur", Zone::back, 0.45, 0.75, range},
  };
}

}  // namespace chairhub
