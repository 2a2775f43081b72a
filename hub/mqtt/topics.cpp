#include "hub/mqtt/topics.h"

#include <algorithm>

#include "hub/core/utf8.h"

namespace chairhub {
namespace {

constexpr std::size_t max_prefix_bytes = 128;

bool has_empty_level(std::string_view prefix) {
  return prefix.empty() || prefix.front() == '/' || prefix.back() == '/' || prefix.find("//") != std::string_view::npos;
}

bool is_forbidden(char c) {
  return c == '+' || c == '#' || static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

}  // namespace

Result<void> check_topic_prefix(std::string_view what, std::string_view prefix) {
  const auto refuse = [&](std::string_view fault) {
    return failure(std::string(what) + " " + quote(prefix) + " " + std::string(fault) +
                   ": use 1 to 128 bytes of text, levels separated by single '/', without '+' and '#'");
  };
  if (prefix.size() > max_prefix_bytes) return refuse("is too long");
  if (has_empty_level(prefix)) return refuse("has an empty level");
  if (prefix.front() == '$') return refuse("begins with '$', which belongs to the broker");
  if (std::any_of(prefix.begin(), prefix.end(), is_forbidden)) return refuse("has a wildcard or control character");
  if (!is_utf8(prefix)) return refuse("is not UTF-8");
  return {};
}

Result<Topics> chair_topics(std::string_view root, std::string_view chair_id) {
  if (auto valid = check_topic_prefix("mqtt.topic_root", root); !valid) return tl::unexpected(valid.error());
  const std::string base = std::string(root) + "/" + std::string(chair_id) + "/";
  return Topics{.hub_availability = "",
                .availability = base + "availability",
                .sensors_availability = base + "sensors/availability",
                .state = base + "state",
                .settings = base + "settings",
                .diag = base + "diag",
                .calibration = base + "calibration",
                .pads = base + "pads",
                .obeyed = base + "obeyed",
                .alert = base + "alert",
                .alert_missed = base + "alert/missed",
                .set = base + "set/",
                .cmd = base + "cmd/"};
}

std::string hub_availability_topic(std::string_view root, std::string_view install_id) {
  return std::string(root) + "/hub." + std::string(install_id) + "/availability";
}

}  // namespace chairhub
