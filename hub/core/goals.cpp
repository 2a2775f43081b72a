#include "hub/core/goals.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <vector>

#include "hub/core/texts.h"
#include "hub/core/units.h"

namespace chairhub {
namespace {

// Engineering defaults.
constexpr Minutes day_counts_from{60};        // sitting; a shorter day is chance
constexpr std::size_t least_days = 3;         // of the week
constexpr std::size_t least_usual_days = 10;  // of the weeks before it
constexpr double least_band = 0.05;           // of what is usual: a change below it is of no use to anybody
constexpr double band_widths = 2;             // standard errors: about 95 % of what chance does
constexpr std::size_t week_length = 7;

std::optional<double> value_of(const DaySummary& day, Measure measure) {
  switch (measure) {
    case Measure::shifts_per_hour:
      return day.sitting < day_counts_from ? std::nullopt : std::optional(day.shifts / (to_minutes(day.sitting) / 60));
    case Measure::longest_still_min:
      // Nobody keeps moving all day: the day's minutes have been deleted by their age.
      if (day.sitting >= day_counts_from && day.longest_still == Millis{0}) return std::nullopt;
      return to_minutes(day.longest_still);
    case Measure::breaks:
      return static_cast<double>(day.breaks);
    case Measure::supported_pct:
      return day.decided < day_counts_from ? std::nullopt
                                           : std::optional(100 * to_minutes(day.supported) / to_minutes(day.decided));
    case Measure::sitting_h:
      return to_minutes(day.sitting) / 60;
  }
  throw std::logic_error("a measure without a value");
}

std::vector<double> values_of(std::span<const DaySummary> days, Measure measure) {
  std::vector<double> values;
  for (const DaySummary& day : days)
    if (day.sitting >= day_counts_from)
      if (const auto value = value_of(day, measure)) values.push_back(*value);
  return values;
}

std::optional<double> mean(const std::vector<double>& values) {
  if (values.empty()) return std::nullopt;
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

// How far the mean of a week may lie from the mean of earlier days by chance.
double noise_band(const std::vector<double>& week, const std::vector<double>& usual, double usual_mean) {
  double squares = 0;
  for (const double value : usual) squares += (value - usual_mean) * (value - usual_mean);
  const double spread = std::sqrt(squares / static_cast<double>(usual.size() - 1));
  const double error = spread * std::sqrt(1 / static_cast<double>(week.size()) + 1 / static_cast<double>(usual.size()));
  return std::max(band_widths * error, least_band * std::abs(usual_mean));
}

Change change_of(const std::vector<double>& week, const std::vector<double>& usual) {
  if (week.size() < least_days || usual.size() < least_usual_days) return Change::not_enough_days;
  const double usual_mean = *mean(usual);
  const double moved = *mean(week) - usual_mean;
  if (std::abs(moved) <= noise_band(week, usual, usual_mean)) return Change::no_change;
  return moved > 0 ? Change::more : Change::less;
}

ShiftGoal goal_of(std::optional<double> shifts_per_hour, double floor) {
  if (!shifts_per_hour) return ShiftGoal::nothing_yet;
  if (*shifts_per_hour >= shifts_goal) return ShiftGoal::goal_reached;
  return *shifts_per_hour >= floor ? ShiftGoal::floor_reached : ShiftGoal::below;
}

TextKey sentence_for(ShiftGoal goal) {
  switch (goal) {
    case ShiftGoal::nothing_yet:
      return TextKey::goals_nothing_yet;
    case ShiftGoal::below:
      return TextKey::goals_below;
    case ShiftGoal::floor_reached:
      return TextKey::goals_floor_reached;
    case ShiftGoal::goal_reached:
      return TextKey::goals_goal_reached;
  }
  throw std::logic_error("a goal without a sentence");
}

}  // namespace

std::string goal_sentence(const GoalReport& report, double shifts_floor, Language language) {
  const auto number = [language](double value, int decimals) { return number_in(language, value, decimals); };
  return fill(say(sentence_for(report.shift_goal), language),
              {{"value", report.shifts_per_hour ? number(*report.shifts_per_hour, 1) : "-"},
               {"floor", number(shifts_floor, 1)},
               {"goal", number(shifts_goal, 0)}});
}

DaySummary summary_of(const Totals& totals) {
  const auto in = [&](Posture posture) { return totals.by_posture.at(static_cast<std::size_t>(posture)); };
  DaySummary day;
  day.sitting = totals.sitting;
  day.supported = in(Posture::supported) + in(Posture::slumped);  // slid forward, but against the backrest
  day.decided = day.supported + in(Posture::unsupported_upright) + in(Posture::bent_forward);
  day.shifts = totals.shifts;
  day.longest_still = totals.longest_still;
  day.breaks = totals.breaks;
  return day;
}

std::string_view to_string(Measure measure) {
  switch (measure) {
    case Measure::shifts_per_hour:
      return "shifts_per_hour";
    case Measure::longest_still_min:
      return "longest_still_min";
    case Measure::breaks:
      return "breaks";
    case Measure::supported_pct:
      return "supported_pct";
    case Measure::sitting_h:
      return "sitting_h";
  }
  return "";
}

std::string_view to_string(Change change) {
  switch (change) {
    case Change::not_enough_days:
      return "not_enough_days";
    case Change::no_change:
      return "no_change";
    case Change::more:
      return "more";
    case Change::less:
      return "less";
  }
  return "";
}

std::string_view to_string(ShiftGoal goal) {
  switch (goal) {
    case ShiftGoal::nothing_yet:
      return "nothing_yet";
    case ShiftGoal::below:
      return "below";
    case ShiftGoal::floor_reached:
      return "floor_reached";
    case ShiftGoal::goal_reached:
      return "goal_reached";
  }
  return "";
}

GoalReport goals_of(std::span<const DaySummary> days, double shifts_floor) {
  days = days.last(std::min(days.size(), days_of_use));
  GoalReport report;
  if (days.empty()) return report;
  const DaySummary& today = days.back();
  const auto before = days.first(days.size() - 1);
  const auto week = before.last(std::min(before.size(), week_length));
  const auto earlier = before.first(before.size() - week.size());
  for (std::size_t i = 0; i < all_measures.size(); ++i) {
    const Measure measure = all_measures.at(i);
    const auto of_week = values_of(week, measure);
    const auto of_earlier = values_of(earlier, measure);
    report.measures.at(i) = {measure, value_of(today, measure), mean(of_week), mean(of_earlier),
                             change_of(of_week, of_earlier)};
  }
  const MeasureReport& shifts = report.measures.front();
  report.shifts_per_hour = shifts.today ? shifts.today : shifts.week;
  report.shift_goal = goal_of(report.shifts_per_hour, shifts_floor);
  return report;
}

}  // namespace chairhub
