#include "hub/web/now_json.h"

#include "hub/core/texts.h"
#include "hub/web/alert_json.h"

namespace chairhub {
namespace {

// What is due in minutes is told in steps, so that a view that only counts down is not sent twice a second.
constexpr std::int64_t due_step_s = 5;

Json causes_of(const NowView& view) {
  Json list = Json::array();
  for (const Cause cause : all_causes) {
    const auto index = static_cast<std::size_t>(cause);
    list.push_back({{"cause", to_string(cause)},
                    {"on", view.settings.cause_on.at(index)},
                    {"active", view.seen.active.at(index)},
                    {"held", to_string(view.seen.held.at(index))},
                    {"built_up_min", minutes_of(view.exposure.of(cause))},
                    {"limit_min", minutes_of(Exposure::limit(cause, view.settings.thresholds))}});
  }
  return list;
}

Json next_due_of(const Observation& seen) {
  if (!seen.next_due) return nullptr;
  const std::int64_t seconds = std::chrono::floor<Seconds>(seen.next_due->in).count();
  return {{"cause", to_string(seen.next_due->cause)}, {"in_s", (seconds + due_step_s - 1) / due_step_s * due_step_s}};
}

void add_posture(Json& json, const NowView& view, bool known) {
  const Observation& seen = view.seen;
  json["posture"] = to_string(known ? seen.posture : Posture::unknown);
  json["posture_since_ms"] = known ? unix_ms(seen.posture_since.wall) : Json(nullptr);
  json["why"] = known ? seen.why : "";
  json["occupied"] = known && seen.occupied;
  json["supported"] = known && seen.supported ? Json(*seen.supported) : Json(nullptr);
  json["forward"] = known && seen.forward;
  json["lean"] = to_string(known ? seen.lean : Lean::none);
  json["calibrated"] = seen.calibrated;
  json["calibration_doubt"] = text_or_nothing(seen.doubt);
  json["profile"] = seen.profile.name;
}

void add_times(Json& json, const NowView& view, bool known) {
  const SittingTimes& times = view.seen.times;
  json["session_min"] = minutes_of(times.session);
  json["sitting_today_min"] = minutes_of(times.today);
  json["static_min"] = minutes_of(times.still);
  json["last_break_ms"] = times.last_break ? unix_ms(times.last_break->wall) : Json(nullptr);
  json["shifts_per_hour"] = rounded(times.shifts_per_hour, 1);
  json["shifts_this_hour"] = view.shifts_this_hour;
  json["supported_share_pct"] = times.today > Millis{0} ? rounded(times.supported_share * 100, 0) : Json(nullptr);
  json["next_due"] = known ? next_due_of(view.seen) : Json(nullptr);
}

}  // namespace

std::string now_json(const NowView& view) {
  const bool known = view.has_data && !view.settings.paused;
  Json json;
  json["at_ms"] = unix_ms(view.at);
  json["paused"] = view.settings.paused;
  json["has_data"] = view.has_data;
  add_posture(json, view, known);
  add_times(json, view, known);
  json["causes"] = causes_of(view);
  json["alert"] = view.alert ? alert_row(*view.alert, view.answers) : Json(nullptr);
  json["alerts_on"] = view.settings.alerts;
  json["meeting"] = view.settings.meeting;
  json["meeting_until_ms"] = unix_ms(view.settings.meeting_until);
  json["snoozed_until_ms"] = unix_ms(view.settings.snoozed_until);
  json["fault"] = text_or_nothing(view.fault);
  return body_of(json);
}

std::string_view without_moment(std::string_view now) {
  return now.substr(std::min(now.find(','), now.size()));
}

std::string alert_json(const LoggedAlert& alert) {
  return body_of(alert_row(alert, {}));
}

}  // namespace chairhub
