#include <limits>

#include "drivers/wireless/sent_frame.h"

namespace chairhub {
namespace {

constexpr std::uint8_t first_byte = 0xC4;  // begins no JSON and no UTF-8 text that anybody types
constexpr std::uint8_t known_version = 1;
constexpr std::size_t header_bytes = 16;
constexpr std::size_t pad_bytes = 4;
constexpr std::int32_t no_answer = std::numeric_limits<std::int32_t>::min();

std::uint8_t byte_at(std::string_view payload, std::size_t at) {
  return static_cast<std::uint8_t>(payload[at]);
}

std::uint32_t number_at(std::string_view payload, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = pad_bytes; i-- > 0;) number = number << 8U | byte_at(payload, at + i);
  return number;
}

}  // namespace

PadReading reading_of(double counts) {
  if (!(counts >= least_counts && counts <= most_counts)) return {0, Signal::out_of_range};
  return {static_cast<std::int32_t>(counts < 0 ? counts - 0.5 : counts + 0.5), Signal::ok};
}

Decoded decode_binary(std::string_view payload, std::size_t pad_count) {
  if (payload.size() > max_frame_bytes) return tl::unexpected(FrameFault::oversize);
  if (payload.size() < header_bytes || byte_at(payload, 0) != first_byte) return tl::unexpected(FrameFault::malformed);
  if (byte_at(payload, 1) != known_version) return tl::unexpected(FrameFault::version);
  const std::size_t sent_pads = byte_at(payload, 2);
  if (byte_at(payload, 3) != 0 || payload.size() != header_bytes + pad_bytes * sent_pads)
    return tl::unexpected(FrameFault::malformed);
  if (sent_pads != pad_count) return tl::unexpected(FrameFault::pad_count);

  SentFrame frame;
  frame.boot = number_at(payload, 4);
  frame.sequence = number_at(payload, 8);
  frame.kit_ms = number_at(payload, 12);
  frame.pad_count = static_cast<std::uint32_t>(sent_pads);
  for (std::size_t i = 0; i < sent_pads; ++i) {
    const auto counts = static_cast<std::int32_t>(number_at(payload, header_bytes + pad_bytes * i));
    if (counts != no_answer) frame.pads.at(i) = reading_of(counts);
  }
  return frame;
}

}  // namespace chairhub
