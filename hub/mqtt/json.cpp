#include "hub/mqtt/json.h"

#include <chrono>
#include <cmath>

#include <fmt/format.h>

namespace chairhub {

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json timestamp(std::optional<WallTime> time, bool clock_set) {
  if (!time || !clock_set) return nullptr;
  const auto seconds = std::chrono::floor<Seconds>(*time);
  const auto day = std::chrono::floor<std::chrono::days>(seconds);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss clock{seconds - day};
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}+00:00", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count());
}

Json number(double value, int decimals) {
  if (!std::isfinite(value)) return nullptr;
  const double scale = std::pow(10.0, decimals);
  const double rounded = std::round(value * scale) / scale;
  // 15 reads better than 15.0, and -0 is nobody's idea of a reading
  if (rounded == std::trunc(rounded) && std::abs(rounded) < 1e15) return static_cast<std::int64_t>(rounded);
  return std::isfinite(rounded) ? Json(rounded) : Json(value);
}

Json whole_minutes(Millis length) {
  return std::chrono::floor<Minutes>(length).count();
}

Json at_topic(const std::string& topic) {
  Json json = Json::object();
  json["topic"] = topic;
  return json;
}

Json text_or_null(std::string_view text) {
  return text.empty() ? Json(nullptr) : Json(std::string(text));
}

}  // namespace chairhub
