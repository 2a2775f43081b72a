// Scans a chair's kit for a while and says what came of it: chips that do not
// answer, wires that are broken, scans that come late. Uses the kit as the
// service does, so nobody else may use it meanwhile.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "drivers/bus/bus_clock.h"
#include "hub/config/config.h"
#include "hub/core/kit.h"
#include "hub/doctor/finding.h"

namespace chairhub {

inline constexpr std::size_t signal_count = static_cast<std::size_t>(Signal::crosstalk) + 1;

struct KitTrial {
  struct PadSeen {
    std::array<std::uint32_t, signal_count> signals{};  // by Signal: in how many scans
    double counts = 0;                                  // their sum, where the signal was ok
  };
  Pace pace;
  std::string description;
  std::uint32_t scans = 0;
  std::uint32_t missed = 0;  // that came too late
  std::vector<PadSeen> pads;
  std::vector<std::string> notices;

  std::uint32_t times(std::size_t pad, Signal signal) const {
    return pads[pad].signals[static_cast<std::size_t>(signal)];
  }
};

// A kit with its own time plays that much of it at once.
KitTrial try_kit(Kit& kit, BusClock& clock, Millis length);

Findings judge_kit(const ChairConfig& chair, const KitTrial& trial);

}  // namespace chairhub
