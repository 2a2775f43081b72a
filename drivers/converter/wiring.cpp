#include "drivers/converter/wiring.h"

#include <algorithm>

#include <fmt/format.h>

namespace chairhub {
namespace {

// All engineering defaults, as parts of the supply's counts. A pad at the end of its range (250 ohm, 10 kilohm to
// ground) reads 0.976 of the supply, a short circuit all of it, less what the supply sags.
constexpr double shorted_from = 0.98;
// Half of the unloaded reading of the weakest usual divider (4.7 kilohm to ground, 470 kilohm across the pad:
// 0.0099); less cannot be told from a broken wire.
constexpr double least_unloaded = 0.005;
// A converter's offset is a few counts; 50 of an ADS1115's 26400 are more than any.
constexpr double below_ground_from = -50.0 / 26400;
// Part of the unloaded reading below which the end-of-line resistor cannot be there.
constexpr double open_below = 0.3;

bool is_inverted(const CountRange& range) {
  return range.loaded < range.unloaded;
}

// How far a reading is from where a broken wire would put it.
double from_open(double counts, const CountRange& range, const Wiring& wiring) {
  return is_inverted(range) ? wiring.supply - counts : counts;
}

}  // namespace

Signal judge_wiring(std::int32_t counts, const CountRange& range, const Wiring& wiring) {
  // Coarse converters are allowed three counts of offset.
  if (counts < std::min(below_ground_from * wiring.supply, -3.0)) return Signal::below_ground;
  const double shown = from_open(counts, range, wiring);
  if (shown >= shorted_from * wiring.supply) return Signal::short_circuit;
  if (wiring.end_of_line && shown < open_below * from_open(range.unloaded, range, wiring)) return Signal::open_wire;
  return Signal::ok;
}

Result<void> validate(const Wiring& wiring, std::span<const Pad> pads) {
  if (!wiring.end_of_line) return {};
  for (const Pad& pad : pads) {
    const double least = least_unloaded * wiring.supply;
    const double unloaded = from_open(pad.range.unloaded, pad.range, wiring);
    if (unloaded < least)
      return failure(
          fmt::format("with end-of-line resistors the range of the pad {} begins with what it reads unloaded, {:.0f} "
                      "counts or more "
                      "away from a broken wire; it begins with {}",
                      pad.name, least, pad.range.unloaded));
  }
  return {};
}

}  // namespace chairhub
