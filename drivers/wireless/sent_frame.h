// One frame as a kit on a radio sends it, what can be wrong with it, and the
// two forms in which it comes. Pure: bytes in, a frame or a fault out.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tl/expected.hpp>

#include "hub/core/frame.h"

namespace chairhub {

struct SentFrame {
  std::uint32_t boot = 0;      // another number after each start of the kit
  std::uint32_t sequence = 0;  // one more with each frame, from any beginning; 0 follows the largest
  std::uint32_t kit_ms = 0;    // the kit's own clock when it measured; 0 follows the largest
  std::uint32_t pad_count = 0;
  std::array<PadReading, max_pads> pads{};
};

enum class FrameFault : std::uint8_t {
  oversize,   // longer than any frame
  malformed,  // not what its form asks for
  version,    // a later form than this program knows
  pad_count,  // well formed, with more or fewer pads than the chair
};

using Decoded = tl::expected<SentFrame, FrameFault>;

// 64 pads in JSON, with blanks and keys nobody asked for.
inline constexpr std::size_t max_frame_bytes = 1024;

// The widest converter has 24 bits; a reading beyond that is marked, the other pads go on.
inline constexpr std::int32_t most_counts = 8'388'607;
inline constexpr std::int32_t least_counts = -8'388'608;

// {"boot": 7, "seq": 12, "ms": 1200, "pads": [512, null, ...]}; other keys are ignored.
Decoded decode_json(std::string_view payload, std::size_t pad_count);

// 16 bytes, then four for each pad, all numbers with the lowest byte first:
// 0xC4, the version 1, the number of pads, 0, boot, sequence, milliseconds;
// -2^31 is a pad that does not answer.
Decoded decode_binary(std::string_view payload, std::size_t pad_count);

// A pad's reading of `counts`, or the mark that it cannot be one.
PadReading reading_of(double counts);

}  // namespace chairhub
