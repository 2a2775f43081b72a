#include "hub/storage/alert_rows.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "hub/storage/sql.h"

namespace chairhub {
namespace {

constexpr auto insert_alert = R"sql(
INSERT INTO alerts (chair, id, boot, cause, raised_ms, since_ms, minutes, is_repeat, also_due, text, remedy,
  exercise_id, exercise_name, exercise_dose, exercise_how, precaution, hint)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))sql";

constexpr auto select_alerts = R"sql(
SELECT id, cause, raised_ms, since_ms, minutes, is_repeat, also_due, alerts.text, remedy, exercise_id, exercise_name,
  exercise_dose, exercise_how, precaution, hint, cleared_ms, outbox.state, acted_on
FROM alerts JOIN outbox ON outbox.chair = alerts.chair AND outbox.alert = alerts.id
WHERE alerts.chair = ?1 AND )sql";

constexpr std::uint64_t any_id = std::uint64_t{1} << 62;

std::string joined(const std::vector<Cause>& causes) {
  std::string all;
  for (const Cause cause : causes) all += (all.empty() ? "" : ";") + std::string(to_string(cause));
  return all;
}

std::vector<Cause> split(std::string_view names) {
  std::vector<Cause> causes;
  while (!names.empty()) {
    const auto end = names.find(';');
    causes.push_back(known(cause_from(names.substr(0, end)), std::string(names)));
    names.remove_prefix(end == std::string_view::npos ? names.size() : end + 1);
  }
  return causes;
}

Delivery delivery_from(std::string_view state) {
  for (const Delivery delivery : {Delivery::waiting, Delivery::waiting_as_missed, Delivery::delivered})
    if (to_string(delivery) == state) return delivery;
  return Delivery::delivered_as_missed;
}

// Of all these alerts, whose ids rise or fall.
void read_evidence(const SQLite::Database& database, std::string_view chair, std::vector<LoggedAlert>& alerts) {
  if (alerts.empty()) return;
  std::map<std::uint64_t, std::vector<LoggedEvidence>*> of;
  for (LoggedAlert& alert : alerts) of.emplace(alert.id, &alert.evidence);
  auto rows = query(database,
                    "SELECT alert, name, value, limit_value FROM alert_evidence "
                    "WHERE chair = ?1 AND alert >= ?2 AND alert <= ?3 ORDER BY alert, position",
                    chair, of.begin()->first, of.rbegin()->first);
  while (rows.executeStep()) {
    const auto its = of.find(static_cast<std::uint64_t>(number(rows, 0)));
    if (its == of.end()) continue;
    its->second->push_back(
        {text(rows, 1), real(rows, 2), is_null(rows, 3) ? std::nullopt : std::optional(real(rows, 3))});
  }
}

LoggedAlert read_row(const SQLite::Statement& row) {
  LoggedAlert alert;
  alert.id = static_cast<std::uint64_t>(number(row, 0));
  alert.cause = known(cause_from(text(row, 1)), text(row, 1));
  alert.raised = wall(row, 2);
  alert.since = wall(row, 3);
  alert.minutes = real(row, 4);
  alert.is_repeat = number(row, 5) != 0;
  alert.also_due = split(text(row, 6));
  int column = 7;
  for (std::string* words : {&alert.text, &alert.remedy, &alert.exercise_id, &alert.exercise_name, &alert.exercise_dose,
                             &alert.exercise_how, &alert.precaution, &alert.hint})
    *words = text(row, column++);
  alert.cleared = optional_wall(row, 15);
  alert.delivery = delivery_from(text(row, 16));
  if (!is_null(row, 17)) alert.acted_on = number(row, 17) != 0;
  return alert;
}

}  // namespace

void write_alert(const SQLite::Database& database, std::string_view chair, std::int64_t boot,
                 const LoggedAlert& logged) {
  execute(database, insert_alert, chair, logged.id, boot, to_string(logged.cause), logged.raised, logged.since,
          logged.minutes, logged.is_repeat, joined(logged.also_due), logged.text, logged.remedy, logged.exercise_id,
          logged.exercise_name, logged.exercise_dose, logged.exercise_how, logged.precaution, logged.hint);
  int position = 0;
  for (const auto& [name, value, limit] : logged.evidence)
    execute(database,
            "INSERT INTO alert_evidence (chair, alert, position, name, value, limit_value) VALUES (?, ?, ?, ?, ?, ?)",
            chair, logged.id, position++, name, value, limit);
  execute(database, "INSERT INTO outbox (chair, alert, boot, queued_ms, state) VALUES (?, ?, ?, ?, ?)", chair,
          logged.id, boot, logged.raised, to_string(Delivery::waiting));
  execute(database, "UPDATE chairs SET last_alert = ?2 WHERE id = ?1", chair, logged.id);
}

std::vector<LoggedAlert> read_alerts(const SQLite::Database& database, std::string_view chair, WallRange range) {
  auto rows = query(database, std::string(select_alerts) + "raised_ms >= ?2 AND raised_ms < ?3 ORDER BY raised_ms, id",
                    chair, range.from, range.to);
  std::vector<LoggedAlert> alerts;
  while (rows.executeStep()) alerts.push_back(read_row(rows));
  read_evidence(database, chair, alerts);
  return alerts;
}

// From the newest id on, until there are enough: "+" keeps SQLite from sorting all alerts of the range instead.
std::vector<LoggedAlert> read_newest_alerts(const SQLite::Database& database, std::string_view chair,
                                            const AlertChoice& choice) {
  const auto cause = choice.cause ? std::optional(std::string(to_string(*choice.cause))) : std::nullopt;
  auto rows = query(database,
                    std::string(select_alerts) +
                        "+raised_ms >= ?2 AND +raised_ms < ?3 AND (?4 IS NULL OR cause = ?4) AND id < ?5 "
                        "ORDER BY id DESC LIMIT ?6",
                    chair, choice.range.from, choice.range.to, cause, choice.before.value_or(any_id), choice.most);
  std::vector<LoggedAlert> alerts;
  while (rows.executeStep()) alerts.push_back(read_row(rows));
  read_evidence(database, chair, alerts);
  return alerts;
}

std::optional<LoggedAlert> read_alert(const SQLite::Database& database, std::string_view chair, std::uint64_t id) {
  auto row = query(database, std::string(select_alerts) + "id = ?2", chair, id);
  if (!row.executeStep()) return std::nullopt;
  std::vector<LoggedAlert> alerts{read_row(row)};
  read_evidence(database, chair, alerts);
  return std::move(alerts.front());
}

std::vector<PastAlert> read_past_alerts(const SQLite::Database& database, std::string_view chair, int count) {
  auto rows = query(database,
                    "SELECT id, cause, raised_ms, is_repeat, cleared_ms, acted_on FROM alerts WHERE chair = ?1 "
                    "ORDER BY id DESC LIMIT ?2",
                    chair, count);
  std::vector<PastAlert> alerts;
  while (rows.executeStep())
    alerts.push_back({static_cast<std::uint64_t>(number(rows, 0)), known(cause_from(text(rows, 1)), text(rows, 1)),
                      wall(rows, 2), number(rows, 3) != 0, is_null(rows, 4),
                      is_null(rows, 5) ? std::nullopt : std::optional(number(rows, 5) != 0)});
  std::reverse(alerts.begin(), alerts.end());
  return alerts;
}

void clear_alert(const SQLite::Database& database, std::string_view chair, const AlertCleared& cleared, WallTime at) {
  execute(database, "UPDATE alerts SET cleared_ms = ?3, acted_on = ?4 WHERE chair = ?1 AND id = ?2", chair, cleared.id,
          at, cleared.acted_on);
  // The one that it repeated is over too, and was ignored.
  execute(database,
          "UPDATE alerts SET cleared_ms = ?3, acted_on = 0 WHERE chair = ?1 AND id = ("
          "SELECT max(first.id) FROM alerts AS again JOIN alerts AS first ON first.chair = again.chair "
          "AND first.cause = again.cause AND first.id < again.id "
          "WHERE again.chair = ?1 AND again.id = ?2 AND again.is_repeat)",
          chair, cleared.id, at);
}

void acknowledge(const SQLite::Database& database, std::string_view chair, std::uint64_t id) {
  const auto move = [&](Delivery from, Delivery to) {
    execute(database, "UPDATE outbox SET state = ?4 WHERE chair = ?1 AND alert = ?2 AND state = ?3", chair, id,
            to_string(from), to_string(to));
  };
  move(Delivery::waiting, Delivery::delivered);
  move(Delivery::waiting_as_missed, Delivery::delivered_as_missed);
}

void mark_missed(const SQLite::Database& database, std::string_view chair, std::uint64_t id) {
  execute(database, "UPDATE outbox SET state = ?4 WHERE chair = ?1 AND alert = ?2 AND state = ?3", chair, id,
          to_string(Delivery::waiting), to_string(Delivery::waiting_as_missed));
}

std::vector<OutboxEntry> read_outbox(const SQLite::Database& database) {
  auto rows = query(database,
                    "SELECT chair, alert, queued_ms, state FROM outbox "
                    "WHERE state IN ('waiting', 'waiting_as_missed') ORDER BY queued_ms, chair, alert");
  std::vector<OutboxEntry> entries;
  while (rows.executeStep())
    entries.push_back({text(rows, 0), static_cast<std::uint64_t>(number(rows, 1)), wall(rows, 2),
                       delivery_from(text(rows, 3)) == Delivery::waiting_as_missed});
  return entries;
}

}  // namespace chairhub
