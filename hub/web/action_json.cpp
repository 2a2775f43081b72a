#include "hub/web/action_json.h"

#include <algorithm>
#include <initializer_list>

#include <fmt/format.h>

#include "hub/core/utf8.h"
#include "hub/web/json.h"

namespace chairhub {
namespace {

constexpr std::int64_t latest_ms = 253'402'300'799'999;  // of the year 9999

// The object in a body, with no other keys than these.
Result<Json> object_from(std::string_view body, std::initializer_list<std::string_view> keys, const char* example) {
  Json json = Json::parse(body, nullptr, false);
  if (!json.is_object()) return failure(std::string("body: it has to be a JSON object such as ") + example);
  for (const auto& [key, value] : json.items())
    if (std::find(keys.begin(), keys.end(), key) == keys.end())
      return failure(fmt::format("body: {} is not known; write it such as {}", quote(key), example));
  return json;
}

Result<std::optional<WallTime>> moment_of(const Json& json, const char* key) {
  const auto found = json.find(key);
  if (found == json.end() || found->is_null()) return std::optional<WallTime>();
  if (found->is_number_integer() && found->get<std::int64_t>() >= 0 && found->get<std::int64_t>() <= latest_ms)
    return std::optional(WallTime(Millis(found->get<std::int64_t>())));
  return failure(fmt::format("body: {} is not a moment; it takes Unix milliseconds, 0 to {}, or null", key, latest_ms));
}

}  // namespace

std::string recording_json(const RecordingView& view) {
  return body_of({{"running", view.running},
                  {"started_ms", unix_ms(view.started)},
                  {"seconds", view.length ? Json(view.length->count()) : Json(nullptr)},
                  {"rows", view.rows},
                  {"file", text_or_nothing(view.file)},
                  {"trouble", text_or_nothing(view.trouble)}});
}

std::string doctor_json(const DoctorView& view) {
  Json findings = Json::array();
  for (const DoctorFinding& one : view.findings)
    findings.push_back(
        {{"severity", one.severity}, {"name", one.name}, {"chair", one.chair}, {"what", one.what}, {"cure", one.cure}});
  return body_of(
      {{"running", view.running}, {"examined_ms", unix_ms(view.examined)}, {"findings", std::move(findings)}});
}

Result<Seconds> recording_length_from(std::string_view body) {
  const auto json = object_from(body, {"seconds"}, R"({"seconds": 60})");
  if (!json) return tl::unexpected(json.error());
  const auto seconds = json->find("seconds");
  if (seconds != json->end() && seconds->is_number_integer())
    if (const auto length = seconds->get<std::int64_t>(); length >= 1 && length <= longest_recording_s)
      return Seconds(length);
  return failure(fmt::format("body: seconds is missing or not a whole number from 1 to {}", longest_recording_s));
}

Result<ForgetRequest> forget_request_from(std::string_view body, std::string_view chair) {
  const auto json =
      object_from(body, {"from_ms", "to_ms", "confirm"}, R"({"from_ms": null, "to_ms": null, "confirm": "desk"})");
  if (!json) return tl::unexpected(json.error());
  const auto confirm = json->find("confirm");
  if (confirm == json->end() || !confirm->is_string() || confirm->get<std::string>() != chair)
    return failure("body: confirm has to be the id of the chair, " + quote(chair) +
                   ", so that nothing is deleted by mistake");
  const auto from = moment_of(*json, "from_ms");
  if (!from) return tl::unexpected(from.error());
  const auto to = moment_of(*json, "to_ms");
  if (!to) return tl::unexpected(to.error());
  if (*from && *to && **to <= **from) return failure("body: to_ms has to be later than from_ms");
  return ForgetRequest{std::string(chair), *from, *to};
}

}  // namespace chairhub
