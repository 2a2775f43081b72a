#include "hub/web/day_json.h"

#include <algorithm>

#include "hub/web/alert_json.h"
#include "hub/web/totals_json.h"

namespace chairhub {
namespace {

Json spans_of(const JoinedSpans& joined) {
  Json list = Json::array();
  for (const LoggedSpan& span : joined.spans)
    list.push_back({{"posture", to_string(span.posture)},
                    {"start_ms", unix_ms(span.start)},
                    {"end_ms", unix_ms(span.end)},
                    {"open", span.is_open},
                    {"why", span.why}});
  return list;
}

Json sittings_of(const std::vector<LoggedSitting>& sittings) {
  Json list = Json::array();
  for (const LoggedSitting& one : sittings)
    list.push_back({{"start_ms", unix_ms(one.start)},
                    {"end_ms", unix_ms(one.end)},
                    {"open", one.is_open},
                    {"shifts", one.shifts}});
  return list;
}

Json breaks_of(const std::vector<LoggedEvent>& events) {
  Json list = Json::array();
  for (const LoggedEvent& event : events)
    if (event.kind == NoteKind::taken_break)
      list.push_back(
          {{"start_ms", unix_ms(event.at)}, {"end_ms", unix_ms(event.at + event.length.value_or(Millis{0}))}});
  return list;
}

Json holds_of(const std::vector<LoggedHold>& holds) {
  Json list = Json::array();
  for (const LoggedHold& hold : holds)
    list.push_back({{"cause", to_string(hold.cause)},
                    {"held", to_string(hold.held)},
                    {"start_ms", unix_ms(hold.start)},
                    {"end_ms", unix_ms(hold.end)},
                    {"open", hold.is_open},
                    {"minutes", rounded(hold.minutes, 1)},
                    {"limit_minutes", rounded(hold.limit, 2)}});
  return list;
}

Json events_of(const std::vector<LoggedEvent>& events) {
  Json list = Json::array();
  for (const LoggedEvent& event : events)
    if (event.kind != NoteKind::taken_break)
      list.push_back({{"at_ms", unix_ms(event.at)},
                      {"kind", to_string(event.kind)},
                      {"subject", event.subject},
                      {"text", event.text},
                      {"length_s", event.length ? rounded(to_seconds(*event.length), 1) : Json(nullptr)}});
  return list;
}

Json alert_rows(const std::vector<LoggedAlert>& alerts, const std::vector<LoggedAnswer>& answers) {
  Json list = Json::array();
  for (const LoggedAlert& alert : alerts) list.push_back(alert_row(alert, answers));
  return list;
}

// When the first and the last thing of the day happened.
struct Extent {
  std::optional<WallTime> first;
  std::optional<WallTime> last;

  void take(WallTime from, WallTime to) {
    first = std::min(first.value_or(from), from);
    last = std::max(last.value_or(to), to);
  }
};

Extent extent_of(const DayView& view) {
  Extent extent;
  const auto take = [&](WallTime from, WallTime to) {
    extent.take(std::max(from, view.range.from), std::min(to, view.range.to));
  };
  for (const LoggedSpan& span : view.spans.spans) take(span.start, span.end);
  for (const LoggedSitting& sitting : view.sittings) take(sitting.start, sitting.end);
  for (const LoggedAlert& alert : view.alerts) take(alert.raised, alert.raised);
  for (const LoggedEvent& event : view.events) take(event.at, event.at);
  return extent;
}

}  // namespace

std::string day_json(const DayView& view) {
  const Extent extent = extent_of(view);
  Json json;
  json["date"] = view.date;
  json["from_ms"] = unix_ms(view.range.from);
  json["to_ms"] = unix_ms(view.range.to);
  json["is_today"] = view.range.from <= view.now && view.now < view.range.to;
  json["now_ms"] = unix_ms(view.now);
  json["first_ms"] = unix_ms(extent.first);
  json["last_ms"] = unix_ms(extent.last);
  json["spans"] = spans_of(view.spans);
  json["resolution_s"] = view.spans.resolution.count();
  json["sittings"] = sittings_of(view.sittings);
  json["breaks"] = breaks_of(view.events);
  json["alerts"] = alert_rows(view.alerts, view.answers);
  json["holds"] = holds_of(view.holds);
  json["events"] = events_of(view.events);
  json["totals"] = totals_row(view.totals);
  return body_of(json);
}

std::string alerts_json(const AlertsView& view) {
  return body_of({{"alerts", alert_rows(view.alerts, view.answers)},
                  {"next_before_id", view.has_more ? Json(view.alerts.back().id) : Json(nullptr)}});
}

std::string log_changed_json(const std::set<std::string_view>& tables) {
  return body_of({{"changed", tables}});
}

}  // namespace chairhub
