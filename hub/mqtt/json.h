// How values of core look in JSON. Private to this room.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "hub/core/time.h"

namespace chairhub {

// Keeps the order in which keys were written, so that equal values give equal text.
using Json = nlohmann::ordered_json;

std::string dump(const Json& json);

// "2026-11-22T06:12:05+00:00"; null while the clock is not set.
Json timestamp(std::optional<WallTime> time, bool clock_set);
// Rounded to `decimals`; null when not finite.
Json number(double value, int decimals);
// Full minutes gone by.
Json whole_minutes(Millis length);
// {"topic": ...}, one of Home Assistant's availability topics.
Json at_topic(const std::string& topic);
// null when empty
Json text_or_null(std::string_view text);

}  // namespace chairhub
