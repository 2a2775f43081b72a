#include "drivers/mcp3008/mcp_protocol.h"

#include <stdexcept>

namespace chairhub {

McpBytes mcp_request(McpBits bits, std::uint32_t input) {
  if (input > 7) throw std::logic_error("these converters have 8 inputs at most");
  // Placed so that the value's last bit is the last bit of the third byte.
  if (bits == McpBits::ten) return {0x01, static_cast<std::uint8_t>((8U + input) << 4U), 0x00};
  return {static_cast<std::uint8_t>(0x06U | (input >> 2U)), static_cast<std::uint8_t>((input & 3U) << 6U), 0x00};
}

std::optional<std::int32_t> mcp_value(McpBits bits, const McpBytes& received) {
  const std::uint32_t null_bit = bits == McpBits::ten ? 0x04 : 0x10;
  if ((received[1] & null_bit) != 0) return std::nullopt;
  const std::uint32_t high = received[1] & (null_bit - 1);
  // Ten bits: only the two below the null bit belong to the value; so does everything below it with twelve.
  return static_cast<std::int32_t>((high << 8U) | received[2]);
}

}  // namespace chairhub
