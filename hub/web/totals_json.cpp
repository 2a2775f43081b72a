#include "hub/web/totals_json.h"

#include <array>

#include "hub/core/goals.h"
#include "hub/core/texts.h"
#include "hub/web/day_json.h"

namespace chairhub {
namespace {

// Of less, shifts an hour are chance (engineering default).
constexpr Minutes rate_counts_from{10};

constexpr std::array all_postures = {
    Posture::empty,        Posture::object,  Posture::supported, Posture::unsupported_upright,
    Posture::bent_forward, Posture::slumped, Posture::unknown};

// Nobody keeps moving all day: such a day's minutes have been deleted by their age.
bool has_lost_minutes(const Totals& totals) {
  return totals.longest_still == Millis{0} && totals.sitting >= std::chrono::hours(1);
}

std::string_view unit_of(Measure measure) {
  switch (measure) {
    case Measure::shifts_per_hour:
      return "per h";
    case Measure::longest_still_min:
      return "min";
    case Measure::breaks:
      return "1";
    case Measure::supported_pct:
      return "%";
    case Measure::sitting_h:
      return "h";
  }
  return "";
}

}  // namespace

Json totals_row(const Totals& totals) {
  const DaySummary day = summary_of(totals);
  const double hours = to_minutes(totals.sitting) / 60;
  Json json;
  json["sitting_min"] = minutes_of(totals.sitting);
  json["by_posture_min"] = by_word(
      all_postures, [&](Posture one) { return minutes_of(totals.by_posture.at(static_cast<std::size_t>(one))); });
  json["supported_pct"] =
      day.decided > Millis{0} ? rounded(100 * to_minutes(day.supported) / to_minutes(day.decided), 1) : Json(nullptr);
  json["shifts"] = totals.shifts;
  json["shifts_per_hour"] = totals.sitting >= rate_counts_from ? rounded(totals.shifts / hours, 1) : Json(nullptr);
  json["breaks"] = totals.breaks;
  json["longest_still_min"] = has_lost_minutes(totals) ? Json(nullptr) : minutes_of(totals.longest_still);
  json["alerts"] =
      by_word(all_causes, [&](Cause one) { return Json(totals.alerts.at(static_cast<std::size_t>(one))); });
  return json;
}

std::string days_json(const std::vector<DatedTotals>& days) {
  Json list = Json::array();
  for (const DatedTotals& day : days) {
    Json row = {{"date", day.date}};
    row.update(totals_row(day.totals));
    list.push_back(std::move(row));
  }
  return body_of({{"days", std::move(list)}});
}

std::string trends_json(const TrendsView& view) {
  Json measures = Json::array();
  for (const MeasureReport& one : view.report.measures)
    measures.push_back({{"measure", to_string(one.measure)},
                        {"unit", unit_of(one.measure)},
                        {"today", rounded(one.today, 2)},
                        {"week", rounded(one.week, 2)},
                        {"usual", rounded(one.usual, 2)},
                        {"change", to_string(one.change)}});
  return body_of({{"shift_goal", to_string(view.report.shift_goal)},
                  {"sentence", goal_sentence(view.report, view.floor, view.language)},
                  {"why", say(TextKey::goals_why, view.language)},
                  {"shifts_per_hour", rounded(view.report.shifts_per_hour, 2)},
                  {"floor", rounded(view.floor, 2)},
                  {"goal", rounded(shifts_goal, 2)},
                  {"measures", std::move(measures)}});
}

}  // namespace chairhub
