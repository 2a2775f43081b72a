#include "hub/web/json.h"

#include <cmath>

namespace chairhub {

std::string body_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

HttpResponse json_response(std::string body, int status) {
  HttpResponse response;
  response.status = status;
  response.body = std::move(body);
  return response;
}

Json rounded(std::optional<double> value, int decimals) {
  if (!value || !std::isfinite(*value)) return nullptr;
  const double scale = std::pow(10.0, decimals);
  const double near = std::round(*value * scale) / scale;
  if (near == std::trunc(near) && std::abs(near) < 1e15) return static_cast<std::int64_t>(near);
  return std::isfinite(near) ? Json(near) : Json(*value);
}

Json minutes_of(Millis length) {
  return rounded(to_minutes(length), 1);
}

Json unix_ms(std::optional<WallTime> time) {
  return time ? Json(time->time_since_epoch().count()) : Json(nullptr);
}

Json text_or_nothing(std::string_view text) {
  return text.empty() ? Json(nullptr) : Json(std::string(text));
}

}  // namespace chairhub
