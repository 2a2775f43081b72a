#include "hub/web/alert_json.h"

#include "hub/core/texts.h"

namespace chairhub {
namespace {

// Later than this an answer is to something else (engineering default).
constexpr std::chrono::hours answered_within{1};

Json evidence_of_row(const LoggedAlert& alert) {
  Json list = Json::array();
  for (const LoggedEvidence& one : alert.evidence)
    list.push_back({{"name", one.name}, {"value", rounded(one.value, 4)}, {"limit", rounded(one.limit, 4)}});
  return list;
}

Json exercise_of_row(const LoggedAlert& alert) {
  if (alert.exercise_id.empty()) return nullptr;
  Json steps = Json::array();
  for (const std::string_view step : lines_of(alert.exercise_how)) steps.push_back(std::string(step));
  return {{"id", alert.exercise_id},
          {"name", alert.exercise_name},
          {"dose", alert.exercise_dose},
          {"steps", std::move(steps)},
          {"precaution", alert.precaution}};
}

Json answer_to(const LoggedAlert& alert, std::span<const LoggedAnswer> answers) {
  for (const LoggedAnswer& one : answers)
    if (one.exercise == alert.exercise_id && one.at >= alert.raised && one.at < alert.raised + answered_within)
      return std::string(to_string(one.answer));
  return nullptr;
}

}  // namespace

Json alert_row(const LoggedAlert& alert, std::span<const LoggedAnswer> answers) {
  Json also_due = Json::array();
  for (const Cause cause : alert.also_due) also_due.push_back(std::string(to_string(cause)));
  return {{"id", alert.id},
          {"cause", to_string(alert.cause)},
          {"raised_ms", unix_ms(alert.raised)},
          {"since_ms", unix_ms(alert.since)},
          {"minutes", rounded(alert.minutes, 1)},
          {"is_repeat", alert.is_repeat},
          {"text", alert.text},
          {"remedy", alert.remedy},
          {"hint", text_or_nothing(alert.hint)},
          {"also_due", std::move(also_due)},
          {"evidence", evidence_of_row(alert)},
          {"exercise", exercise_of_row(alert)},
          {"cleared_ms", unix_ms(alert.cleared)},
          {"acted_on", alert.acted_on ? Json(*alert.acted_on) : Json(nullptr)},
          {"delivery", to_string(alert.delivery)},
          {"answer", answer_to(alert, answers)}};
}

}  // namespace chairhub
