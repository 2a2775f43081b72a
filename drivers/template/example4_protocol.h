// TEMPLATE, part 1 of 3: the chip's protocol. Bytes in, counts out: no bus, no
// clock, so that every bit of the data sheet can be tested on its own.
//
// The EXAMPLE4 does not exist. It has four channels of 12 bits on I2C:
//   register 0x0F     reads 0xE4, to tell it from other chips
//   register 0x10     written with a channel (0 to 3): begins a conversion, which takes 2 ms
//   register 0x20     two bytes, most significant first: F0cc vvvv vvvv vvvv
//                     F: the conversion has ended; cc: its channel; v: its counts

#pragma once

#include <cstdint>
#include <span>

#include "drivers/bus/bus_clock.h"

namespace chairhub::example4 {

inline constexpr std::uint8_t identity_register = 0x0F;
inline constexpr std::uint8_t identity = 0xE4;
inline constexpr std::uint8_t start_register = 0x10;
inline constexpr std::uint8_t result_register = 0x20;
inline constexpr std::uint32_t channels = 4;
inline constexpr double full_scale = 4096;  // what the supply would read

// Data sheet's value, and a tenth for its oscillator.
inline constexpr Nanos conversion_wait = std::chrono::microseconds(2'200);

struct Answer {
  bool is_ready = false;
  std::uint32_t channel = 0;
  std::int32_t counts = 0;
};

constexpr Answer answer_of(std::span<const std::uint8_t, 2> bytes) {
  const unsigned word = static_cast<unsigned>(bytes[0]) << 8U | bytes[1];
  return {(word & 0x8000U) != 0, word >> 12U & 3U, static_cast<std::int32_t>(word & 0xFFFU)};
}

}  // namespace chairhub::example4
