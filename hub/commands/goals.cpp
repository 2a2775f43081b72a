#include "hub/core/goals.h"

#include <cmath>
#include <iostream>
#include <stdexcept>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "hub/commands/command.h"
#include "hub/core/texts.h"
#include "hub/platform/clock.h"
#include "hub/platform/local_zone.h"
#include "hub/storage/log_reader.h"

namespace chairhub {
namespace {

using Json = nlohmann::ordered_json;

struct GoalsOptions {
  std::string config = default_config_file;
  std::string chair;
  bool json = false;
};

struct Row {
  TextKey name;
  int decimals;
};

Row row_of(Measure measure) {
  switch (measure) {
    case Measure::shifts_per_hour:
      return {TextKey::goals_shifts, 1};
    case Measure::longest_still_min:
      return {TextKey::goals_still, 0};
    case Measure::breaks:
      return {TextKey::goals_breaks, 1};
    case Measure::supported_pct:
      return {TextKey::goals_supported, 0};
    case Measure::sitting_h:
      return {TextKey::goals_sitting, 1};
  }
  throw std::logic_error("a measure without a row");
}

TextKey word_for(Change change) {
  switch (change) {
    case Change::not_enough_days:
      return TextKey::goals_not_enough_days;
    case Change::no_change:
      return TextKey::goals_no_change;
    case Change::more:
      return TextKey::goals_more;
    case Change::less:
      return TextKey::goals_less;
  }
  throw std::logic_error("a change without a word");
}

GoalReport read_goals(LogReader& log, const std::string& chair, double floor) {
  const LocalZone zone;
  const WallTime now = moment_now().wall;
  const WallRange range{now - std::chrono::days(days_of_use), zone.midnight_after(now)};
  std::vector<DaySummary> days;
  for (const DayTotals& day : value_or_fail(log.day_totals(chair, range, zone))) days.push_back(summary_of(day.totals));
  return goals_of(days, floor);
}

void print_table(const ChairConfig& chair, const Settings& settings, const GoalReport& report) {
  const Language language = settings.language;
  const auto number = [language](std::optional<double> value, int decimals) {
    return value ? number_in(language, *value, decimals) : std::string("-");
  };
  fmt::print("{}\n\n", fill(say(TextKey::goals_title, language), {{"chair", chair.chair.name}}));
  fmt::print("  {}\n", goal_sentence(report, settings.thresholds.shifts_goal_per_h, language));
  fmt::print("  {}\n\n", say(TextKey::goals_why, language));
  fmt::print("  {:26}{:>10}{:>16}{:>16}\n", "", say(TextKey::goals_today, language), say(TextKey::goals_week, language),
             say(TextKey::goals_usual, language));
  for (const MeasureReport& one : report.measures) {
    const auto [name, decimals] = row_of(one.measure);
    fmt::print("  {:26}{:>10}{:>16}{:>16}   {}\n", say(name, language), number(one.today, decimals),
               number(one.week, decimals), number(one.usual, decimals), say(word_for(one.change), language));
  }
  fmt::print("\n{}\n", say(TextKey::not_a_medical_device, language));
}

Json json_of(const ChairConfig& chair, const Settings& settings, const GoalReport& report) {
  const auto number = [](std::optional<double> value) {
    return value ? Json(std::round(*value * 100) / 100) : Json(nullptr);
  };
  Json json;
  json["chair"] = chair.chair.id;
  json["shift_goal"] = to_string(report.shift_goal);
  json["shifts_per_hour"] = number(report.shifts_per_hour);
  json["floor"] = settings.thresholds.shifts_goal_per_h;
  json["goal"] = shifts_goal;
  for (const MeasureReport& one : report.measures)
    json["measures"][std::string(to_string(one.measure))] = {{"today", number(one.today)},
                                                             {"week", number(one.week)},
                                                             {"usual", number(one.usual)},
                                                             {"change", to_string(one.change)}};
  return json;
}

void show_goals(const GoalsOptions& options) {
  const Config config = load_config_or_fail(options.config);
  if (!options.chair.empty()) chair_or_fail(config, options.chair);
  LogReader log = value_or_fail(LogReader::open({config.storage.database, config.storage.heartbeat}));
  Json all = Json::array();
  for (const ChairConfig& chair : config.chairs) {
    if (!options.chair.empty() && chair.chair.id != options.chair) continue;
    const Settings settings = value_or_fail(log.settings(chair.chair.id, chair.defaults)).settings;
    const GoalReport report = read_goals(log, chair.chair.id, settings.thresholds.shifts_goal_per_h);
    if (options.json)
      all.push_back(json_of(chair, settings, report));
    else
      print_table(chair, settings, report);
  }
  if (options.json) std::cout << all.dump(1) << "\n";
}

}  // namespace

void add_goals_command(CLI::App& app) {
  auto* command = app.add_subcommand("goals", "How much you move, against a goal and your own earlier weeks");
  const auto options = std::make_shared<GoalsOptions>();
  add_config_option(*command, options->config);
  command->add_option("--chair", options->chair, "Only this chair")->type_name("ID");
  command->add_flag("--json", options->json, "Print it as JSON");
  command->footer("The hub may run meanwhile. Weeks are the last seven days and those before them.");
  command->callback([options] { show_goals(*options); });
}

}  // namespace chairhub
