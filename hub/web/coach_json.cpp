#include "hub/web/coach_json.h"

#include "hub/core/texts.h"
#include "hub/web/json.h"

namespace chairhub {
namespace {

Json exercise_row(const Exercise& exercise, const CoachView& view, bool seated) {
  Json steps = Json::array();
  for (const std::string_view step : lines_of(say(exercise.steps, view.language))) steps.push_back(std::string(step));
  return {{"id", exercise.id},
          {"name", say(exercise.name, view.language)},
          {"dose", say(exercise.dose, view.language)},
          {"steps", std::move(steps)},
          {"precaution", precaution_of(exercise, view.who, seated, view.language)},
          {"strength", exercise.strength},
          {"in_chair", exercise.in_chair},
          {"standing", exercise.standing}};
}

Json plan_rows(const std::vector<PlanItem>& items, const CoachView& view) {
  Json list = Json::array();
  for (const auto& [exercise, done] : items) {
    Json row = exercise_row(*exercise, view, false);
    row["done"] = done;
    list.push_back(std::move(row));
  }
  return list;
}

// Its name in this language; the id of one that there is no more.
std::string_view name_of_exercise(std::string_view id, Language language) {
  const Exercise* exercise = find_exercise(id);
  return exercise == nullptr ? id : say(exercise->name, language);
}

Json retired_rows(const CoachView& view) {
  Json list = Json::array();
  for (const std::string& id : view.who.retired)
    list.push_back({{"id", id}, {"name", name_of_exercise(id, view.language)}});
  return list;
}

Json answer_rows(const CoachView& view) {
  Json list = Json::array();
  for (auto one = view.memory.answers.rbegin(); one != view.memory.answers.rend(); ++one)
    list.push_back({{"at_ms", unix_ms(one->at)},
                    {"exercise", one->exercise},
                    {"name", name_of_exercise(one->exercise, view.language)},
                    {"answer", to_string(one->answer)}});
  return list;
}

}  // namespace

std::string coach_json(const CoachView& view) {
  const Exercise* fits = find_exercise(view.now.advice.exercise_id);
  Json json;
  json["seated"] = view.seated;
  json["cause"] = to_string(view.now.cause);
  json["asked_by_alert"] = view.now.asked_by_alert;
  json["remedy"] = view.seated ? view.now.advice.remedy : "";
  json["now"] = fits == nullptr ? Json(nullptr) : exercise_row(*fits, view, view.seated);
  json["strength_day"] = view.plan.strength_day;
  json["stretches"] = plan_rows(view.plan.stretches, view);
  json["strength"] = plan_rows(view.plan.strength, view);
  json["retired"] = retired_rows(view);
  json["answers"] = answer_rows(view);
  std::string disclaimer;
  for (const TextKey key :
       {TextKey::start_gently, TextKey::red_flags, TextKey::not_a_medical_device, TextKey::exercise_credit})
    disclaimer += (disclaimer.empty() ? "" : " ") + std::string(say(key, view.language));
  json["disclaimer"] = disclaimer;
  json["nothing_left"] = say(TextKey::plan_nothing_left, view.language);
  return body_of(json);
}

}  // namespace chairhub
