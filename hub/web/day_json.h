// What was logged, as JSON: a day, minutes, alerts, days, trends. Pure.

#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "hub/core/goals.h"
#include "hub/core/log_rows.h"
#include "hub/core/log_shapes.h"

namespace chairhub {

struct DayView {
  std::string date;  // "2026-03-02"
  WallRange range;
  WallTime now{};
  JoinedSpans spans;
  std::vector<LoggedSitting> sittings;
  std::vector<LoggedAlert> alerts;
  std::vector<LoggedAnswer> answers;
  std::vector<LoggedHold> holds;
  std::vector<LoggedEvent> events;  // breaks among them
  Totals totals;
};
std::string day_json(const DayView& view);

// `minutes` stand in steps of `resolution`. Where steps are missing there is one with nothing in it.
std::string minutes_json(WallRange range, Seconds resolution, const std::vector<Minute>& minutes);

struct AlertsView {
  std::vector<LoggedAlert> alerts;  // newest first
  std::vector<LoggedAnswer> answers;
  bool has_more = false;
};
std::string alerts_json(const AlertsView& view);

struct DatedTotals {
  std::string date;
  Totals totals;
};
std::string days_json(const std::vector<DatedTotals>& days);

struct TrendsView {
  GoalReport report;
  double floor = 0;
  Language language = Language::english;
};
std::string trends_json(const TrendsView& view);

// Which tables have something new.
std::string log_changed_json(const std::set<std::string_view>& tables);

}  // namespace chairhub
