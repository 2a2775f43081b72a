// What the hub counts, in the words of Prometheus (text format 0.0.4). Knows no
// hub: it is handed plain numbers. Pure.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "hub/core/alert.h"
#include "hub/core/posture.h"

namespace chairhub {

struct PadMetrics {
  std::string pad;
  std::optional<std::int32_t> reading;  // counts of the converter; unset while there is none
  bool has_fault = false;
  std::uint64_t faults = 0;  // since start
};

struct ChairMetrics {
  std::string chair;
  bool kit_up = false;
  bool occupied = false;
  Posture posture = Posture::unknown;
  double sitting_today_s = 0;
  double sitting_since_break_s = 0;
  double still_s = 0;
  std::array<std::uint64_t, cause_count> alerts{};  // by Cause, since start
  std::vector<PadMetrics> pads;
  std::uint64_t dropped_frames = 0;
};

struct HubMetrics {
  std::string version;
  double uptime_s = 0;
  std::vector<ChairMetrics> chairs;
  std::optional<std::uint64_t> database_bytes;
  bool log_up = true;
  std::optional<bool> broker_connected;  // unset without a broker
  std::optional<double> board_celsius;
  std::uint64_t http_connections = 0;
  std::uint64_t event_streams = 0;
};

inline constexpr const char* metrics_type = "text/plain; version=0.0.4; charset=utf-8";

std::string metrics_text(const HubMetrics& hub);

}  // namespace chairhub
