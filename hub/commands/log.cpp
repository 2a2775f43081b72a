#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include <fmt/format.h>

#include "hub/commands/command.h"
#include "hub/commands/day_range.h"
#include "hub/commands/log_timeline.h"
#include "hub/commands/log_why.h"
#include "hub/platform/clock.h"
#include "hub/platform/local_zone.h"
#include "hub/storage/log_data.h"
#include "hub/web/log_export.h"

namespace chairhub {
namespace {

struct LogOptions {
  std::string config = default_config_file;
  std::string database;
  std::string chair;
  std::string day;
  std::string from;
  std::string to;
  std::string table = "spans";
  std::string why;
  bool csv = false;
  bool json = false;
};

LogFiles files_of(const LogOptions& options) {
  if (!options.database.empty()) return {options.database, {}};
  const Config config = load_config_or_fail(options.config);
  return {config.storage.database, config.storage.heartbeat};
}

// The newest day that holds a sitting, or today: what somebody wants to see first.
WallRange newest_day(LogReader& log, const std::vector<LoggedChair>& chairs) {
  std::optional<WallTime> newest;
  for (const LoggedChair& chair : chairs)
    if (const auto sitting = value_or_fail(log.last_sitting(chair.id)))
      newest = std::max(newest.value_or(sitting->start), sitting->start);
  const LocalZone zone;
  const WallTime at = newest.value_or(moment_now().wall);
  return {zone.midnight_before(at), zone.midnight_after(at)};
}

WallRange range_of(const LogOptions& options, LogReader& log, const std::vector<LoggedChair>& chairs) {
  if (!options.day.empty()) return day_range("--day", options.day);
  if (options.from.empty() && options.to.empty()) return newest_day(log, chairs);
  const WallRange first = day_range("--from", options.from.empty() ? options.to : options.from);
  const WallRange last = day_range("--to", options.to.empty() ? options.from : options.to);
  if (last.from < first.from)
    throw CommandFailed{exit_usage, fmt::format("--to {} is before --from {}", options.to, options.from)};
  return {first.from, last.to};
}

std::vector<LoggedChair> chairs_of(const LogOptions& options, LogReader& log) {
  std::vector<LoggedChair> chairs = value_or_fail(log.chairs());
  if (options.chair.empty()) return chairs;
  std::string known;
  for (const LoggedChair& chair : chairs) {
    if (chair.id == options.chair) return {chair};
    known += (known.empty() ? "" : ", ") + chair.id;
  }
  throw CommandFailed{exit_usage, fmt::format("the log has no chair '{}'; it has {}", options.chair,
                                              known.empty() ? "none yet" : known)};
}

void print_days(LogReader& log, const std::vector<LoggedChair>& chairs, WallRange range) {
  const bool colours = ::isatty(STDOUT_FILENO) && std::getenv("NO_COLOR") == nullptr;
  const LocalZone zone;
  for (const LoggedChair& chair : chairs)
    for (WallTime day = range.from; day < range.to; day = zone.midnight_after(day))
      std::cout << timeline(value_or_fail(read_log(log, chair.id, {day, zone.midnight_after(day)})), colours);
}

void print_why(LogReader& log, const std::vector<LoggedChair>& chairs, WallRange range) {
  for (const LoggedChair& chair : chairs) std::cout << why(value_or_fail(read_why(log, chair.id, range)));
}

void show(const LogOptions& options) {
  LogReader log = value_or_fail(LogReader::open(files_of(options)));
  const std::vector<LoggedChair> chairs = chairs_of(options, log);
  const WallRange range = range_of(options, log, chairs);
  if (!options.why.empty()) return print_why(log, chairs, minute_range("--why", options.why, range));
  if (!options.csv && !options.json) return print_days(log, chairs, range);
  std::vector<LogData> data;
  data.reserve(chairs.size());
  for (const LoggedChair& chair : chairs) data.push_back(value_or_fail(read_log(log, chair.id, range)));
  if (options.json) {
    std::cout << json(data);
    return;
  }
  if (data.size() != 1) throw CommandFailed{exit_usage, "--csv takes one chair at a time; name it with --chair"};
  std::cout << csv(data.front(), options.table);
}

}  // namespace

void add_log_command(CLI::App& app) {
  auto* command = app.add_subcommand("log", "Shows a day of the log, or exports it");
  const auto options = std::make_shared<LogOptions>();
  add_config_option(*command, options->config);
  command->add_option("--database", options->database, "Read this file instead of the configuration's")
      ->type_name("FILE");
  command->add_option("--chair", options->chair, "Only this chair")->type_name("ID");
  auto* day = command->add_option("--day", options->day, "Which day; the newest one with a sitting if not given")
                  ->type_name("YYYY-MM-DD");
  command->add_option("--from", options->from, "First day of several")->type_name("YYYY-MM-DD")->excludes(day);
  command->add_option("--to", options->to, "Last day of several")->type_name("YYYY-MM-DD")->excludes(day);
  auto* why_option = command->add_option("--why", options->why, "What was due at that time, and what held it back")
                         ->type_name("HH:MM[..HH:MM]");
  auto* csv_flag = command->add_flag("--csv", options->csv, "Print one table as CSV");
  command->add_option("--table", options->table, "Which table --csv prints")
      ->capture_default_str()
      ->check(CLI::IsMember(csv_tables()))
      ->needs(csv_flag);
  command->add_flag("--json", options->json, "Print everything but the minutes as JSON")
      ->excludes(csv_flag)
      ->excludes(why_option);
  why_option->excludes(csv_flag);
  command->footer("The hub may run meanwhile. Days begin at local midnight; exported times are UTC.");
  command->callback([options] { show(*options); });
}

}  // namespace chairhub
