// The layout of one chair: which pads there are, where they sit and what their
// converter's counts mean. Built by hub/config, never changed while running.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hub/core/result.h"

namespace chairhub {

inline constexpr std::size_t min_pads = 2;
inline constexpr std::size_t max_pads = 64;

enum class Zone : std::uint8_t { seat, back };

// The converter's counts of an unloaded pad and of one at the end of its
// range. `loaded` below `unloaded` is an inverted pad; both are as good.
struct CountRange {
  std::int32_t unloaded = 0;
  std::int32_t loaded = 4095;

  friend bool operator==(const CountRange&, const CountRange&) = default;
};

// One sensor.
struct Pad {
  std::string name;  // [a-z0-9_]+, unique in the chair; also its column in a recording
  Zone zone = Zone::seat;
  double x = 0;  // -1 the sitter's left .. +1 right
  double y = 0;  // 0 rear (seat) or bottom (back) .. 1 front or top
  CountRange range;
};

struct Chair {
  std::string id;    // [a-z0-9_-]+, key in log, topics and page
  std::string name;  // for people
  std::vector<Pad> pads;
  std::optional<bool> armrests = std::nullopt;  // in the way of bending to a side; unset: nobody has told

  bool has_zone(Zone zone) const;
  bool has_backrest() const { return has_zone(Zone::back); }

  struct Depth {
    double rear = 1;
    double front = 0;
  };
  // The y of the seat's rearmost and foremost pad; a seat has at least one (validate()).
  Depth seat_depth() const;
};

// Says what is wrong with one pad's name, place or range.
Result<void> validate(const Pad& pad);

// Says what is wrong with a layout: number of pads, a missing seat, names,
// places and ranges outside what is allowed.
Result<void> validate(const Chair& chair);

}  // namespace chairhub
