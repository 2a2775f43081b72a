#include <array>

#include "hub/core/units.h"
#include "hub/web/json.h"
#include "hub/web/log_export.h"

namespace chairhub {
namespace {

Json exported_alert(const LoggedAlert& a) {
  Json evidence = Json::array();
  for (const LoggedEvidence& e : a.evidence)
    evidence.push_back({{"name", e.name}, {"value", e.value}, {"limit", e.limit ? Json(*e.limit) : Json()}});
  return {{"id", a.id},
          {"cause", to_string(a.cause)},
          {"raised", exported_time(a.raised)},
          {"since", exported_time(a.since)},
          {"minutes", a.minutes},
          {"repeat", a.is_repeat},
          {"cleared", a.cleared ? Json(exported_time(*a.cleared)) : Json()},
          {"acted_on", a.acted_on ? Json(*a.acted_on) : Json()},
          {"delivery", to_string(a.delivery)},
          {"text", a.text},
          {"evidence", evidence},
          {"remedy", a.remedy},
          {"exercise", a.exercise_id},
          {"hint", a.hint}};
}

Json exported_alerts(const LogData& data) {
  Json list = Json::array();
  for (const LoggedAlert& a : data.alerts) list.push_back(exported_alert(a));
  return list;
}

Json exported_sittings(const LogData& data) {
  Json list = Json::array();
  for (const LoggedSitting& s : data.sittings)
    list.push_back(
        {{"start", exported_time(s.start)}, {"end", exported_time(s.end)}, {"open", s.is_open}, {"shifts", s.shifts}});
  return list;
}

Json exported_spans(const LogData& data) {
  Json list = Json::array();
  for (const LoggedSpan& s : data.spans)
    list.push_back({{"start", exported_time(s.start)},
                    {"end", exported_time(s.end)},
                    {"open", s.is_open},
                    {"posture", to_string(s.posture)},
                    {"why", s.why}});
  return list;
}

Json exported_holds(const LogData& data) {
  Json list = Json::array();
  for (const LoggedHold& h : data.holds)
    list.push_back({{"cause", to_string(h.cause)},
                    {"held", to_string(h.held)},
                    {"start", exported_time(h.start)},
                    {"end", exported_time(h.end)},
                    {"open", h.is_open},
                    {"minutes", h.minutes},
                    {"limit", h.limit}});
  return list;
}

Json exported_events(const LogData& data) {
  Json list = Json::array();
  for (const LoggedEvent& e : data.events)
    list.push_back({{"at", exported_time(e.at)},
                    {"kind", to_string(e.kind)},
                    {"subject", e.subject},
                    {"text", e.text},
                    {"seconds", e.length ? Json(to_seconds(*e.length)) : Json()}});
  return list;
}

Json exported_minutes(const LogData& data) {
  constexpr std::array<std::pair<const char*, MinMeanMax Minute::*>, 4> loads = {{{"seat_total", &Minute::seat_total},
                                                                                  {"back_share", &Minute::back_share},
                                                                                  {"left_right", &Minute::left_right},
                                                                                  {"front_back", &Minute::front_back}}};
  Json list = Json::array();
  for (const Minute& m : data.minutes) {
    Json row = {{"start", exported_time(m.start)}};
    for (std::size_t i = 0; i < posture_count; ++i)
      row[std::string(to_string(static_cast<Posture>(i))) + "_s"] = m.seconds.at(i);
    row["shifts"] = m.shifts;
    for (const auto& [name, load] : loads)
      row[name] = {{"min", (m.*load).min}, {"mean", (m.*load).mean}, {"max", (m.*load).max}};
    list.push_back(std::move(row));
  }
  return list;
}

Json exported_answers(const LogData& data) {
  Json list = Json::array();
  for (const LoggedAnswer& a : data.answers)
    list.push_back({{"at", exported_time(a.at)}, {"exercise", a.exercise}, {"answer", to_string(a.answer)}});
  return list;
}

Json exported_totals(const Totals& t) {
  Json postures, alerts;
  for (std::size_t i = 0; i < posture_count; ++i)
    postures[std::string(to_string(static_cast<Posture>(i)))] = to_seconds(t.by_posture[i]);
  for (const Cause cause : all_causes)
    alerts[std::string(to_string(cause))] = t.alerts[static_cast<std::size_t>(cause)];
  return {{"sitting_s", to_seconds(t.sitting)},
          {"posture_s", postures},
          {"shifts", t.shifts},
          {"breaks", t.breaks},
          {"alerts", alerts},
          {"longest_still_s", to_seconds(t.longest_still)}};
}

struct JsonTable {
  std::string_view name;
  Json (*rows)(const LogData&);
};
constexpr std::array<JsonTable, 6> json_tables{
    JsonTable{"sittings", exported_sittings}, JsonTable{"spans", exported_spans},
    JsonTable{"alerts", exported_alerts},     JsonTable{"holds", exported_holds},
    JsonTable{"events", exported_events},     JsonTable{"minutes", exported_minutes}};

}  // namespace

std::string json(const std::vector<LogData>& chairs) {
  Json all = Json::array();
  for (const LogData& data : chairs) {
    Json chair{{"chair", data.chair},
               {"from", exported_time(data.range.from)},
               {"to", exported_time(data.range.to)},
               {"totals", exported_totals(data.totals)}};
    for (const JsonTable& table : json_tables)
      if (table.name != "minutes") chair[std::string(table.name)] = table.rows(data);
    chair["exercise_answers"] = exported_answers(data);
    all.push_back(std::move(chair));
  }
  return all.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string json_rows(const LogData& data, const std::string& table) {
  std::string rows;
  for (const JsonTable& one : json_tables) {
    if (one.name != table) continue;
    for (const Json& row : one.rows(data))
      rows += (rows.empty() ? "" : ",\n") + row.dump(-1, ' ', false, Json::error_handler_t::replace);
  }
  return rows;
}

}  // namespace chairhub
