// How somebody sits right now, why, and what comes next: the page's first view.
// Pure.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "hub/core/exposure.h"
#include "hub/core/log_rows.h"
#include "hub/core/observation.h"
#include "hub/core/settings.h"

namespace chairhub {

struct NowView {
  const Observation& seen;
  const Settings& settings;
  const Exposure& exposure;
  WallTime at{};                          // by the chair's clock
  bool has_data = false;                  // frames arrive
  std::uint32_t shifts_this_hour = 0;     // in the last sixty minutes
  std::optional<LoggedAlert> alert;       // the newest of the last hour that still holds
  std::span<const LoggedAnswer> answers;  // given since
  std::string fault;                      // of the sensors; empty while there is none
};

// Equal but for "at_ms", which comes first, as long as there is nothing new to see.
std::string now_json(const NowView& view);
// What `now_json` said, without when.
std::string_view without_moment(std::string_view now);

// One alert as the alert lists have it.
std::string alert_json(const LoggedAlert& alert);

}  // namespace chairhub
