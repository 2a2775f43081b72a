// What the SPI converters of Microchip say: MCP3004 and MCP3008 with 10 bits,
// MCP3204 and MCP3208 with 12. Bytes in, counts out; no bus.
//
// Datasheets: DS21295 (MCP3004/3008) figure 6-1, DS21298 (MCP3204/3208) figure 6-1.

#pragma once

#include <array>
#include <cstdint>
#include <optional>

namespace chairhub {

enum class McpBits : std::uint8_t { ten, twelve };

using McpBytes = std::array<std::uint8_t, 3>;

// Asks for one input against ground: start bit, single-ended, the input's number. `input` is 0 to 7.
McpBytes mcp_request(McpBits bits, std::uint32_t input);

// What came while the request was sent. Unset when the null bit in front of
// the value is not 0: nobody drives the line. The bits before it are floating
// and say nothing.
std::optional<std::int32_t> mcp_value(McpBits bits, const McpBytes& received);

}  // namespace chairhub
