#include "hub/core/log_rows.h"

#include <utility>

namespace chairhub {
namespace {

constexpr std::array<std::pair<NoteKind, std::string_view>, 10> note_kinds = {{
    {NoteKind::taken_break, "break"},
    {NoteKind::pad_status, "pad_status"},
    {NoteKind::clock_set, "clock_set"},
    {NoteKind::clock_jump, "clock_jump"},
    {NoteKind::zero, "zero"},
    {NoteKind::calibration, "calibration"},
    {NoteKind::profile, "profile"},
    {NoteKind::command, "command"},
    {NoteKind::setting, "setting"},
    {NoteKind::hub, "hub"},
}};

}  // namespace

std::string_view to_string(NoteKind kind) {
  return note_kinds.at(static_cast<std::size_t>(kind)).second;
}

std::optional<NoteKind> note_kind_from(std::string_view name) {
  for (const auto& [kind, its_name] : note_kinds)
    if (its_name == name) return kind;
  return std::nullopt;
}

std::string_view to_string(Delivery delivery) {
  switch (delivery) {
    case Delivery::waiting:
      return "waiting";
    case Delivery::waiting_as_missed:
      return "waiting_as_missed";
    case Delivery::delivered:
      return "delivered";
    case Delivery::delivered_as_missed:
      return "delivered_as_missed";
  }
  return "";
}

LoggedAlert as_logged(const Alert& alert, WallTime raised, WallTime since) {
  LoggedAlert logged;
  logged.id = alert.id;
  logged.cause = alert.cause;
  logged.raised = raised;
  logged.since = since;
  logged.minutes = alert.minutes;
  logged.is_repeat = alert.is_repeat;
  for (const auto& [name, value, limit] : alert.evidence) logged.evidence.push_back({std::string(name), value, limit});
  logged.also_due = alert.also_due;
  logged.remedy = alert.advice.remedy;
  logged.exercise_id = alert.advice.exercise_id;
  logged.exercise_name = alert.advice.exercise_name;
  logged.exercise_dose = alert.advice.exercise_dose;
  logged.exercise_how = alert.advice.exercise_how;
  logged.precaution = alert.advice.precaution;
  logged.hint = alert.advice.hint;
  logged.text = alert.text;
  return logged;
}

Alert as_alert(const LoggedAlert& logged) {
  Alert alert;
  alert.id = logged.id;
  alert.cause = logged.cause;
  alert.raised.wall = logged.raised;
  alert.since.wall = logged.since;
  alert.minutes = logged.minutes;
  alert.is_repeat = logged.is_repeat;
  for (const auto& [name, value, limit] : logged.evidence) alert.evidence.push_back({name, value, limit});
  alert.also_due = logged.also_due;
  alert.advice = {logged.remedy,       logged.exercise_id, logged.exercise_name, logged.exercise_dose,
                  logged.exercise_how, logged.precaution,  logged.hint};
  alert.text = logged.text;
  return alert;
}

}  // namespace chairhub
