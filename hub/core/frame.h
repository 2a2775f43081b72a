// One scan of all pads of a chair, as the kit delivered it.

#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "hub/core/chair.h"
#include "hub/core/time.h"

namespace chairhub {

// What the kit says about one reading: whether there is one, and what it shows
// electrically. Whether a pad that reads is to be believed is decided later
// (pad_health.h).
enum class Signal : std::uint8_t {
  ok,
  missing,        // no answer from the converter, blank cell, unplugged
  open_wire,      // an end-of-line resistor cannot be seen: the wire to the pad is broken
  short_circuit,  // reads the supply itself
  out_of_range,   // the converter says that the input is beyond what it can measure
  below_ground,   // reads less than nothing
  crosstalk,      // reads exactly what another channel of the same chip reads
};

struct PadReading {
  std::int32_t counts = 0;  // undefined unless signal is ok
  Signal signal = Signal::missing;

  friend bool operator==(const PadReading&, const PadReading&) = default;
};

// Readings stand in the order of Chair::pads. Plain data of fixed size, so
// that handing a frame on never allocates.
struct Frame {
  Moment at;
  std::uint32_t pad_count = 0;
  std::array<PadReading, max_pads> pads{};

  std::span<const PadReading> readings() const { return {pads.data(), pad_count}; }
};

}  // namespace chairhub
