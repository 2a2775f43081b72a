#include "hub/config/layouts.h"

#include <fmt/format.h>

namespace chairhub {
namespace {

void add_rows(std::vector<Pad>& pads, Zone zone, std::size_t count) {
  constexpr double aside = 0.4;
  constexpr double first = 0.25;
  constexpr double last = 0.75;
  const std::size_t rows = (count + 1) / 2;
  for (std::size_t i = 0; i < count; ++i) {
    const bool is_alone = i + 1 == count && count % 2 == 1;
    const std::size_t row = i / 2;
    const double along = rows < 2 ? 0.5 : static_cast<double>(row) / static_cast<double>(rows - 1);
    pads.push_back({fmt::format("{}_{}", zone == Zone::seat ? "seat" : "back", i + 1),
                    zone,
                    is_alone ? 0 : (i % 2 == 0 ? -aside : aside),
                    rows < 2 ? 0.5 : first + along * (last - first),
                    {}});
  }
}

}  // namespace

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

std::vector<Pad> pads_in_rows(std::size_t seat, std::size_t back) {
  std::vector<Pad> pads;
  add_rows(pads, Zone::seat, seat);
  add_rows(pads, Zone::back, back);
  return pads;
}

}  // namespace chairhub
