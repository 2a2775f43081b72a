// What the voltage at a resistive pad's divider says about its wires. The pad
// hangs between the supply and the input, a resistor between the input and
// ground; an inverted pad (its counts fall with the load) the other way round.
// An end-of-line resistor across the pad, soldered at the pad, keeps a little
// current flowing: without it a broken wire looks like an empty chair.
//
// Pure. Knows one reading at a time; how long a fault has to last is decided
// in hub/core/pad_health.h.

#pragma once

#include <cstdint>
#include <span>

#include "hub/core/chair.h"
#include "hub/core/frame.h"
#include "hub/core/result.h"

namespace chairhub {

struct Wiring {
  double supply = 0;         // the counts that the supply itself would read; at most the converter's full scale
  bool end_of_line = false;  // all pads have their resistor
};

Signal judge_wiring(std::int32_t counts, const CountRange& range, const Wiring& wiring);

// With end-of-line resistors the counts of an unloaded pad are those of the resistor, so its range has to begin
// clearly above a broken wire. Says which pad's does not.
Result<void> validate(const Wiring& wiring, std::span<const Pad> pads);

}  // namespace chairhub
