// How much somebody moves, against a goal and against their own earlier weeks:
// what there is to be glad of instead of what to be scolded for. A plain "no
// change" where there is none. Pure; docs/coach.md has the rules.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "hub/core/language.h"
#include "hub/core/log_rows.h"
#include "hub/core/time.h"

namespace chairhub {

// One local day of the log, summed up.
struct DaySummary {
  Millis sitting{};
  Millis supported{};  // of the sitting
  Millis decided{};    // of the sitting: whether the back was supported is known
  std::uint32_t shifts = 0;
  Millis longest_still{};
  std::uint32_t breaks = 0;
};

DaySummary summary_of(const Totals& totals);

enum class Measure : std::uint8_t { shifts_per_hour, longest_still_min, breaks, supported_pct, sitting_h };
inline constexpr std::array<Measure, 5> all_measures = {Measure::shifts_per_hour, Measure::longest_still_min,
                                                        Measure::breaks, Measure::supported_pct, Measure::sitting_h};
std::string_view to_string(Measure measure);

enum class Change : std::uint8_t { not_enough_days, no_change, more, less };
std::string_view to_string(Change change);

// The mean of the days in each; unset where no day tells.
struct MeasureReport {
  Measure measure = Measure::shifts_per_hour;
  std::optional<double> today;
  std::optional<double> week;   // the seven days before today
  std::optional<double> usual;  // the weeks before those
  Change change = Change::not_enough_days;
};

// 20 shifts an hour lower discomfort of the back against 10 (Akkarakittichoke
// 2023); the floor of 10 is a threshold, shifts_goal_per_h.
inline constexpr double shifts_goal = 20;

enum class ShiftGoal : std::uint8_t { nothing_yet, below, floor_reached, goal_reached };
std::string_view to_string(ShiftGoal goal);

struct GoalReport {
  std::array<MeasureReport, all_measures.size()> measures{};
  ShiftGoal shift_goal = ShiftGoal::nothing_yet;
  std::optional<double> shifts_per_hour;  // what is held against the goal: today's, else the week's
};

// So many days are of use: eight weeks, the week that is compared, and today (engineering default).
inline constexpr std::size_t days_of_use = 8 * 7 + 7 + 1;

// What is held against the goal, in one sentence.
std::string goal_sentence(const GoalReport& report, double shifts_floor, Language language);

// `days` follow one another, also those without sitting; the last one is today.
GoalReport goals_of(std::span<const DaySummary> days, double shifts_floor);

}  // namespace chairhub
