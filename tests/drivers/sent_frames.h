// Frames as a kit on a radio would send them.

#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace chairhub {

// An unset pad does not answer.
struct Sending {
  std::uint32_t boot = 7;
  std::uint32_t sequence = 0;
  std::uint32_t kit_ms = 0;
  std::vector<std::optional<std::int32_t>> pads = {100, 200, 300};
};

inline std::string as_json(const Sending& sending) {
  std::string pads;
  for (const auto& pad : sending.pads) pads += (pads.empty() ? "" : ",") + (pad ? std::to_string(*pad) : "null");
  return R"({"boot":)" + std::to_string(sending.boot) + R"(,"seq":)" + std::to_string(sending.sequence) + R"(,"ms":)" +
         std::to_string(sending.kit_ms) + R"(,"pads":[)" + pads + "]}";
}

inline std::string as_binary(const Sending& sending) {
  std::string bytes = {'\xC4', 1, static_cast<char>(sending.pads.size()), 0};
  const auto add = [&bytes](std::uint32_t number) {
    for (int i = 0; i < 4; ++i) bytes += static_cast<char>(number >> 8 * i & 0xFF);
  };
  add(sending.boot);
  add(sending.sequence);
  add(sending.kit_ms);
  for (const auto& pad : sending.pads)
    add(static_cast<std::uint32_t>(pad.value_or(std::numeric_limits<std::int32_t>::min())));
  return bytes;
}

}  // namespace chairhub
