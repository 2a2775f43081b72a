// What stands in the HX711's datasheet: pulses, times, codes. No lines.

#pragma once

#include <chrono>
#include <cstdint>
#include <stdexcept>

#include "drivers/bus/bus_clock.h"

namespace chairhub {

inline constexpr int hx711_bits = 24;

// The clock may be high for 50 us (T3); above 60 us the chip is off. What is
// between them is promised by nobody.
inline constexpr Nanos hx711_longest_pulse = std::chrono::microseconds(50);
// Held high for this long, the chip is off for certain (60 us and some; engineering default).
inline constexpr Nanos hx711_reset_pulse = std::chrono::microseconds(100);

// Pulses of a frame choose the gain of the next conversion.
inline int hx711_pulses(int gain) {
  switch (gain) {
    case 128:
      return hx711_bits + 1;
    case 32:
      return hx711_bits + 2;
    case 64:
      return hx711_bits + 3;
    default:
      throw std::invalid_argument("the HX711 has the gains 128, 64 and 32");
  }
}

// After a reset or with another gain the first four conversions are not stable: 400 ms at 10 SPS, 50 ms at 80.
inline constexpr int hx711_settling_conversions = 4;

// Sent at either end of the range: not a weight.
inline constexpr std::int32_t hx711_lowest = -0x800000;
inline constexpr std::int32_t hx711_highest = 0x7FFFFF;
// 24 times high: what a chip that is converting, or off, is read as.
inline constexpr std::int32_t hx711_nothing = -1;

// 24 bits, two's complement.
inline std::int32_t hx711_counts(std::uint32_t bits) {
  const auto value = static_cast<std::int32_t>(bits & 0xFFFFFFU);
  return value > hx711_highest ? value - 0x1000000 : value;
}

}  // namespace chairhub
