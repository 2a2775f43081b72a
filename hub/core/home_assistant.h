// How the owner wants the chair to appear in Home Assistant.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace chairhub {

enum class DiscoveryStyle : std::uint8_t {
  off,
  device,      // one message for the whole chair, Home Assistant 2024.12 and later
  components,  // one for each entity: older ones, and other programs that know this form
};

inline constexpr std::array<std::pair<DiscoveryStyle, std::string_view>, 3> discovery_styles = {
    {{DiscoveryStyle::device, "device"}, {DiscoveryStyle::components, "components"}, {DiscoveryStyle::off, "off"}}};

// What is to be different about one entity; unset: as it is made.
struct EntityWish {
  std::string key;  // "posture", as in the device message
  std::optional<std::string> name;
  std::optional<std::string> icon;  // "mdi:chair-rolling"
  std::optional<bool> enabled;      // when it is first seen
  bool offered = true;
};

}  // namespace chairhub
