#include "hub/mqtt/payloads.h"

#include <algorithm>
#include <cmath>

#include "hub/core/texts.h"
#include "hub/core/thresholds.h"
#include "hub/core/utf8.h"
#include "hub/mqtt/json.h"

namespace chairhub {
namespace {

// Home Assistant drops a text state of more than 255 characters.
constexpr std::size_t max_text_state = 250;

std::string name_of(Cause cause) {
  return std::string(to_string(cause));
}

// Every key of the state, in its order.
Json unknown_state() {
  Json json;
  for (const char* key : {"occupied", "posture", "posture_since", "supported", "forward", "lean", "calibrated"})
    json[key] = nullptr;
  for (Cause cause : all_causes) json[name_of(cause)] = nullptr;
  for (const char* key : {"sitting_today_min", "session_min", "static_min", "last_break", "shifts_per_hour",
                          "supported_share_pct", "next_due", "next_due_min", "calibration_doubt"})
    json[key] = nullptr;
  return json;
}

Json evidence_of(const Alert& alert) {
  Json list = Json::array();
  for (const EvidenceNumber& one : alert.evidence) {
    Json entry;
    entry["name"] = std::string(one.name);
    entry["value"] = number(one.value, 4);
    entry["limit"] = one.limit ? number(*one.limit, 4) : Json(nullptr);
    list.push_back(std::move(entry));
  }
  return list;
}

Json exercise_of(const Advice& advice) {
  if (advice.exercise_id.empty()) return nullptr;
  Json json;
  json["id"] = std::string(advice.exercise_id);
  json["name"] = std::string(advice.exercise_name);
  json["dose"] = text_or_null(advice.exercise_dose);
  json["how"] = text_or_null(in_one_line(advice.exercise_how));
  json["steps"] = Json::array();
  for (const std::string_view step : lines_of(advice.exercise_how)) json["steps"].push_back(std::string(step));
  json["precaution"] = text_or_null(advice.precaution);
  return json;
}

Json faults_of(const Chair& chair, const Diag& diag) {
  Json faults = Json::object();
  // A name no pad can have.
  if (!diag.kit_fault.empty()) faults["no frames"] = diag.kit_fault;
  const std::size_t count = std::min(chair.pads.size(), diag.pads.size());
  for (std::size_t i = 0; i < count; ++i) {
    const PadReport& pad = diag.pads[i];
    if (pad.status == PadStatus::ok) continue;
    faults[chair.pads[i].name] = pad.reason.empty() ? std::string(to_string(pad.status)) : pad.reason;
  }
  return faults;
}

}  // namespace

bool is_sensing(const Chair& chair, const Diag& diag) {
  if (!diag.kit_fault.empty()) return false;
  const std::size_t count = std::min(chair.pads.size(), diag.pads.size());
  for (std::size_t i = 0; i < count; ++i)
    if (chair.pads[i].zone == Zone::seat && diag.pads[i].status == PadStatus::ok) return true;
  return false;
}

std::string unknown_state_payload() {
  return dump(unknown_state());
}

std::string state_payload(const Observation& seen, bool clock_set) {
  Json json = unknown_state();
  json["occupied"] = seen.occupied;
  json["posture"] = std::string(to_string(seen.posture));
  json["posture_since"] = timestamp(seen.posture_since.wall, clock_set);
  if (seen.supported) json["supported"] = *seen.supported;
  json["forward"] = seen.forward;
  json["lean"] = std::string(to_string(seen.lean));
  json["calibrated"] = seen.calibrated;
  for (Cause cause : all_causes) json[name_of(cause)] = seen.active.at(static_cast<std::size_t>(cause));
  json["sitting_today_min"] = whole_minutes(seen.times.today);
  json["session_min"] = whole_minutes(seen.times.session);
  json["static_min"] = whole_minutes(seen.times.still);
  if (seen.times.last_break) json["last_break"] = timestamp(seen.times.last_break->wall, clock_set);
  json["shifts_per_hour"] = number(seen.times.shifts_per_hour, 1);
  json["supported_share_pct"] = number(seen.times.supported_share * 100, 0);
  if (seen.next_due) {
    json["next_due"] = name_of(seen.next_due->cause);
    json["next_due_min"] = whole_minutes(seen.next_due->in);
  }
  json["calibration_doubt"] = text_or_null(shortened(seen.doubt, max_text_state));
  return dump(json);
}

std::string settings_payload(const Settings& settings, bool clock_set) {
  Json json;
  json["alerts"] = settings.alerts;
  json["paused"] = settings.paused;
  json["meeting"] = settings.meeting;
  json["meeting_until"] = timestamp(settings.meeting_until, clock_set);
  json["snoozed_until"] = timestamp(settings.snoozed_until, clock_set);
  json["snooze"] = snooze_word(settings);
  json["quiet_hours"] = settings.quiet_hours ? in_words(*settings.quiet_hours) : "off";
  json["language"] = std::string(to_string(settings.language));
  json["profile"] = settings.profile;
  json["retired_exercises"] = settings.retired_exercises;
  for (Cause cause : all_causes) json[name_of(cause)] = settings.cause_on.at(static_cast<std::size_t>(cause));
  for (const ThresholdInfo& info : threshold_table())
    json[std::string(info.key)] = number(settings.thresholds.*info.value, 4);
  return dump(json);
}

std::string snooze_word(const Settings& settings) {
  if (!settings.snoozed_until) return "off";
  const std::string asked = settings.snoozed_for ? std::to_string(settings.snoozed_for->count()) : "tomorrow";
  for (const auto& [word, length] : snooze_choices)
    if (length == asked) return std::string(word);
  return "other";
}

std::string calibration_payload(const CalibrationSteps& steps, Language language) {
  Json json;
  json["step"] = std::string(to_string(steps.step()));
  json["waits_for_person"] = waits_for_person(steps.step());
  json["progress_pct"] = number(steps.progress() * 100, 0);
  json["instruction"] = text_or_null(shortened(steps.instruction(language), max_text_state));
  return dump(json);
}

std::string pads_payload(const Chair& chair, std::span<const PadReading> readings) {
  Json json;
  const std::size_t count = std::min(chair.pads.size(), readings.size());
  for (std::size_t i = 0; i < count; ++i)
    json[chair.pads[i].name] = readings[i].signal == Signal::ok ? Json(readings[i].counts) : Json(nullptr);
  return dump(json);
}

std::string obeyed_payload(std::string_view command, std::string_view value) {
  Json json;
  json["command"] = std::string(command);
  json["value"] = text_or_null(std::string(value));
  return dump(json);
}

std::string diag_payload(const Chair& chair, const Diag& diag) {
  const Json faults = faults_of(chair, diag);
  Json json;
  json["fault"] = !faults.empty();
  json["faults"] = faults;
  json["database_fault"] = text_or_null(diag.database_fault);
  json["last_refusal"] = text_or_null(shortened(diag.last_refusal, max_text_state));
  json["twin"] = diag.has_twin;
  json["clock_set"] = diag.clock_set;
  json["dropped_frames"] = diag.dropped_frames;
  json["board_temperature_c"] = diag.board_celsius ? number(*diag.board_celsius, 0) : Json(nullptr);
  json["database_mb"] =
      diag.database_bytes ? number(static_cast<double>(*diag.database_bytes) / 1e6, 1) : Json(nullptr);
  json["radio"] = diag.radio.empty() ? Json(nullptr) : Json::object();
  for (const NamedCount& kind : diag.radio) json["radio"][std::string(kind.name)] = kind.count;
  json["version"] = text_or_null(diag.version);
  json["boot_id"] = text_or_null(diag.boot_id);
  json["started"] = timestamp(diag.started, diag.clock_set);
  return dump(json);
}

std::string boot_id_of(std::string_view diag_payload) {
  const Json json = Json::parse(diag_payload, nullptr, false);
  const auto found = json.is_object() ? json.find("boot_id") : json.end();
  return found != json.end() && found->is_string() ? found->get<std::string>() : "";
}

std::string alert_payload(const Alert& alert, bool clock_set) {
  Json also_due = Json::array();
  for (Cause cause : alert.also_due) also_due.push_back(name_of(cause));
  Json json;
  json["event_type"] = name_of(alert.cause);
  json["id"] = alert.id;
  json["since"] = timestamp(alert.since.wall, clock_set);
  json["raised"] = timestamp(alert.raised.wall, clock_set);
  json["minutes"] = std::isfinite(alert.minutes) ? number(std::floor(alert.minutes), 0) : Json(nullptr);
  // Leaning to a side has the weakest evidence of all causes.
  json["severity"] = alert.cause == Cause::asymmetric ? "info" : "warn";
  json["is_repeat"] = alert.is_repeat;
  json["text"] = alert.text;
  json["evidence"] = evidence_of(alert);
  json["also_due"] = std::move(also_due);
  json["remedy"] = text_or_null(alert.advice.remedy);
  json["exercise"] = exercise_of(alert.advice);
  json["hint"] = text_or_null(alert.advice.hint);
  return dump(json);
}

}  // namespace chairhub
