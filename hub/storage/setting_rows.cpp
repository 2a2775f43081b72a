#include "hub/storage/setting_rows.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <system_error>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "hub/core/command_text.h"
#include "hub/core/exercises.h"

#include "hub/storage/sql.h"

namespace chairhub {
namespace {

constexpr std::string_view cause_prefix = "cause.";

std::string on_or_off(bool on) {
  return on ? "on" : "off";
}

template <class Number>
std::optional<Number> parse(const std::string& value) {
  Number parsed{};
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), parsed);
  return error == std::errc{} && end == value.data() + value.size() ? std::optional(parsed) : std::nullopt;
}

Result<void> refuse(const SettingRow& row, std::string_view allowed) {
  return failure(fmt::format("stored setting {} = \"{}\" is not allowed; {} is", row.key, row.value, allowed));
}

Result<void> set_switch(bool& target, const SettingRow& row) {
  if (row.value != "on" && row.value != "off") return refuse(row, "on or off");
  target = row.value == "on";
  return {};
}

Result<void> set_time(std::optional<WallTime>& target, const SettingRow& row) {
  const auto time = parse<std::int64_t>(row.value);
  if (!time && !row.value.empty()) return refuse(row, "Unix milliseconds or nothing");
  target = time ? std::optional(WallTime(Millis(*time))) : std::nullopt;
  return {};
}

std::string time_text(const std::optional<WallTime>& time) {
  return time ? fmt::format("{}", time->time_since_epoch().count()) : "";
}

// In the words of the command that sets them.
Result<void> set_by_command(Settings& settings, const SettingRow& row) {
  const auto command = read_command("set/" + row.key, row.value);
  if (!command) return failure(fmt::format("stored setting: {}", command.error().message));
  if (const auto* quiet = std::get_if<SetQuietHours>(&*command)) settings.quiet_hours = quiet->hours;
  if (const auto* profile = std::get_if<SelectProfile>(&*command)) settings.profile = profile->name;
  return {};
}

Result<void> set_minutes(std::optional<Minutes>& target, const SettingRow& row) {
  target.reset();
  if (row.value.empty()) return {};
  const auto value = parse<int>(row.value);
  if (!value) return refuse(row, "whole minutes");
  target = Minutes{*value};
  return {};
}

Result<void> set_language(Settings& settings, const SettingRow& row) {
  const auto language = language_from(row.value);
  if (!language) return refuse(row, "en or de");
  settings.language = *language;
  return {};
}

Result<void> set_retired(Settings& settings, const SettingRow& row) {
  settings.retired_exercises.clear();
  for (std::string_view rest = row.value; !rest.empty();) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    const auto known = exercise_named(rest.substr(0, end));
    if (!known) return failure(fmt::format("stored setting {}: {}", row.key, known.error().message));
    settings.retired_exercises.emplace(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return {};
}

Result<void> set_threshold_of(Settings& settings, const SettingRow& row) {
  const auto value = parse<double>(row.value);
  if (!value) return refuse(row, "a number");
  return set_threshold(settings.thresholds, row.key, *value);
}

Result<void> apply(Settings& settings, const SettingRow& row) {
  if (row.key == "alerts") return set_switch(settings.alerts, row);
  if (row.key == "paused") return set_switch(settings.paused, row);
  if (row.key == "language") return set_language(settings, row);
  if (row.key == "retired_exercises") return set_retired(settings, row);
  if (row.key == "meeting") return set_switch(settings.meeting, row);
  if (row.key == "meeting_until") return set_time(settings.meeting_until, row);
  if (row.key == "snoozed_until") return set_time(settings.snoozed_until, row);
  if (row.key == "snoozed_for") return set_minutes(settings.snoozed_for, row);
  if (row.key == "quiet_hours" || row.key == "profile") return set_by_command(settings, row);
  if (row.key.starts_with(cause_prefix)) {
    const auto cause = cause_from(std::string_view(row.key).substr(cause_prefix.size()));
    if (!cause) return failure(fmt::format("stored setting {} is not known", row.key));
    return set_switch(settings.cause_on.at(static_cast<std::size_t>(*cause)), row);
  }
  return set_threshold_of(settings, row);
}

}  // namespace

std::vector<SettingRow> to_rows(const Settings& settings) {
  std::vector<SettingRow> rows = {{"alerts", on_or_off(settings.alerts)}, {"paused", on_or_off(settings.paused)}};
  rows.push_back({"language", std::string(to_string(settings.language))});
  rows.push_back({"retired_exercises", fmt::format("{}", fmt::join(settings.retired_exercises, ";"))});
  rows.push_back({"meeting", on_or_off(settings.meeting)});
  rows.push_back({"meeting_until", time_text(settings.meeting_until)});
  rows.push_back({"snoozed_until", time_text(settings.snoozed_until)});
  rows.push_back({"snoozed_for", settings.snoozed_for ? fmt::format("{}", settings.snoozed_for->count()) : ""});
  rows.push_back({"quiet_hours", settings.quiet_hours ? in_words(*settings.quiet_hours) : "off"});
  rows.push_back({"profile", settings.profile});
  for (const Cause cause : all_causes)
    rows.push_back({fmt::format("{}{}", cause_prefix, to_string(cause)),
                    on_or_off(settings.cause_on.at(static_cast<std::size_t>(cause)))});
  for (const ThresholdInfo& info : threshold_table())
    rows.push_back({std::string(info.key), fmt::format("{}", settings.thresholds.*info.value)});
  return rows;
}

void write_settings(const SQLite::Database& database, std::string_view chair, std::int64_t boot,
                    const Settings& settings, const Settings& defaults, WallTime now) {
  const auto rows = to_rows(settings);
  const auto as_configured = to_rows(defaults);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i] == as_configured[i])
      execute(database, "DELETE FROM settings WHERE chair = ?1 AND key = ?2", chair, rows[i].key);
    else
      execute(database,
              "INSERT INTO settings (chair, key, value, changed_ms, boot) VALUES (?1, ?2, ?3, ?4, ?5) "
              "ON CONFLICT (chair, key) DO UPDATE SET value = ?3, changed_ms = ?4, boot = ?5 WHERE value <> ?3",
              chair, rows[i].key, rows[i].value, now, boot);
  }
}

RestoredSettings read_settings(const SQLite::Database& database, std::string_view chair, const Settings& defaults) {
  RestoredSettings restored{defaults, {}};
  auto rows = query(database, "SELECT key, value FROM settings WHERE chair = ?1 ORDER BY key", chair);
  while (rows.executeStep())
    if (auto applied = apply(restored.settings, {text(rows, 0), text(rows, 1)}); !applied)
      restored.refused.push_back(applied.error().message);
  return restored;
}

}  // namespace chairhub
