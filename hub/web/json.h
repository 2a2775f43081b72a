// How values of core look in the API's JSON: moments are Unix milliseconds,
// what is unknown is null. Private to this room.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "hub/core/time.h"
#include "hub/core/units.h"
#include "hub/web/http.h"

namespace chairhub {

// Keeps the order in which keys were written, so that equal values give equal text.
using Json = nlohmann::ordered_json;

// With a line's end. What is not UTF-8 is replaced rather than thrown about.
std::string body_of(const Json& json);
HttpResponse json_response(std::string body, int status = 200);

// null when not finite or unset; a whole number without ".0".
Json rounded(std::optional<double> value, int decimals);
Json minutes_of(Millis length);  // with one decimal
Json unix_ms(std::optional<WallTime> time);
Json text_or_nothing(std::string_view text);
// {"name": value} of each of an enum's values, by their words.
template <class Values, class Value>
Json by_word(const Values& values, Value value_of) {
  Json json = Json::object();
  for (const auto one : values) json[std::string(to_string(one))] = value_of(one);
  return json;
}

}  // namespace chairhub
