// What does not change while the hub runs: a chair's layout, its kit and its
// profiles, every threshold with its source, and the hub itself. Pure.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "hub/core/chair.h"
#include "hub/core/language.h"
#include "hub/core/profiles.h"
#include "hub/core/thresholds.h"
#include "hub/core/time.h"

namespace chairhub {

struct ChairView {
  const Chair& chair;
  std::string kit;  // what it says of itself
  std::string driver;
  bool simulated = false;  // or a recording
  double rate_hz = 0;
  std::span<const ProfileStart> profiles;
};
std::string chair_json(const ChairView& view);

// `configured`: what holds as long as nobody changes it.
std::string thresholds_json(const Thresholds& now, const Thresholds& configured);

struct HubView {
  std::string version;
  std::optional<WallTime> started;
  WallTime now{};
  bool clock_set = false;
  std::string time_zone;
  Language language = Language::english;
  std::string trouble;  // empty: all is well
  struct Broker {
    bool enabled = false;
    bool connected = false;
    std::string host;
    std::string trouble;
  } broker;
  std::string discovery;  // "device", "components", "off"
  std::string discovery_prefix;
  struct Log {
    std::optional<std::uint64_t> bytes;
    std::string path;
    int retention_minutes_days = 0;
    int retention_events_days = 0;
    std::string fault;
  } log;
  std::string privacy_tier;
  std::vector<std::string> leaves_the_hub;
  std::vector<std::string> simulated;  // chairs
  std::string recordings;              // folder; empty: none
};
std::string hub_json(const HubView& view);
// The first event of a live stream: another start is another hub.
std::string hub_hello_json(const HubView& view);

}  // namespace chairhub
