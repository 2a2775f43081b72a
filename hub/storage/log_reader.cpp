#include "hub/storage/log_reader.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

#include "hub/storage/alert_rows.h"
#include "hub/storage/calibration_rows.h"
#include "hub/storage/database.h"
#include "hub/storage/exercise_rows.h"
#include "hub/storage/hold_rows.h"
#include "hub/storage/minute_rows.h"
#include "hub/storage/recovery.h"
#include "hub/storage/setting_rows.h"
#include "hub/storage/sql.h"
#include "hub/storage/totals.h"

namespace chairhub {
namespace {

using Database = SQLite::Database;

// Reads start_ms, end_ms and boot into a row that may be open.
template <class Row>
void read_times(const Database& database, const LogFiles& files, const SQLite::Statement& from, Row& row) {
  row.start = wall(from, 0);
  row.is_open = is_null(from, 1);
  row.end = row.is_open ? std::max(row.start, last_known(database, files, number(from, 2))) : wall(from, 1);
}

// Those that begin in the range, and the last one before it.
std::string overlapping_rows(std::string columns, const std::string& table) {
  return "SELECT start_ms, end_ms, boot, " + std::move(columns) + " FROM " + table +
         " WHERE chair = ?1 AND start_ms < ?3 AND ifnull(end_ms, 9e18) > ?2 AND start_ms >= "
         "ifnull((SELECT max(start_ms) FROM " +
         table + " WHERE chair = ?1 AND start_ms <= ?2), ?2) ORDER BY start_ms, id";
}

std::uint32_t shifts_since(const Database& database, std::string_view chair, WallTime start) {
  return static_cast<std::uint32_t>(number_of(database,
                                              "SELECT sum(shifts) FROM minutes WHERE chair = ?1 AND start_ms >= ?2",
                                              chair, WallTime(std::chrono::floor<Minutes>(start))));
}

LoggedSitting read_sitting(const Database& database, const LogFiles& files, std::string_view chair,
                           const SQLite::Statement& row) {
  LoggedSitting sitting;
  read_times(database, files, row, sitting);
  sitting.shifts =
      sitting.is_open ? shifts_since(database, chair, sitting.start) : static_cast<std::uint32_t>(number(row, 3));
  return sitting;
}

std::vector<LoggedSitting> read_sittings(const Database& database, const LogFiles& files, std::string_view chair,
                                         WallRange range) {
  std::vector<LoggedSitting> sittings;
  auto rows = query(database, overlapping_rows("shifts", "sittings"), chair, range.from, range.to);
  while (rows.executeStep()) sittings.push_back(read_sitting(database, files, chair, rows));
  return sittings;
}

std::vector<LoggedSpan> read_spans(const Database& database, const LogFiles& files, std::string_view chair,
                                   WallRange range) {
  std::vector<LoggedSpan> spans;
  auto rows = query(database, overlapping_rows("posture, why", "posture_spans"), chair, range.from, range.to);
  while (rows.executeStep()) {
    LoggedSpan& span = spans.emplace_back();
    read_times(database, files, rows, span);
    span.posture = known(posture_from(text(rows, 3)), text(rows, 3));
    span.why = text(rows, 4);
  }
  return spans;
}

// Reads chair, at_ms, kind, subject, text, length_ms.
LoggedEvent read_event(const SQLite::Statement& row) {
  return {text(row, 0), wall(row, 1), known(note_kind_from(text(row, 2)), text(row, 2)),
          text(row, 3), text(row, 4), is_null(row, 5) ? std::nullopt : std::optional(millis(row, 5))};
}

// Holds lie within spans. Each end is asked for by itself: with both in one SELECT SQLite reads every row.
constexpr auto select_extent = R"sql(
SELECT min(t), max(t) FROM (
  SELECT min(start_ms) AS t FROM posture_spans WHERE chair = ?1
  UNION ALL SELECT max(start_ms) FROM posture_spans WHERE chair = ?1
  UNION ALL SELECT min(start_ms) FROM sittings WHERE chair = ?1
  UNION ALL SELECT max(start_ms) FROM sittings WHERE chair = ?1
  UNION ALL SELECT min(start_ms) FROM minutes WHERE chair = ?1
  UNION ALL SELECT max(start_ms) FROM minutes WHERE chair = ?1
  UNION ALL SELECT min(raised_ms) FROM alerts WHERE chair = ?1
  UNION ALL SELECT max(raised_ms) FROM alerts WHERE chair = ?1
  UNION ALL SELECT min(at_ms) FROM events WHERE chair = ?1
  UNION ALL SELECT max(at_ms) FROM events WHERE chair = ?1
  UNION ALL SELECT min(at_ms) FROM events WHERE chair = ''
  UNION ALL SELECT max(at_ms) FROM events WHERE chair = ''))sql";

constexpr auto select_events = "SELECT chair, at_ms, kind, subject, text, length_ms FROM events ";

}  // namespace

Result<LogReader> LogReader::open(const LogFiles& files) {
  auto database = open_for_reading(files.database);
  if (!database) return tl::unexpected(database.error());
  return LogReader(files, std::move(*database));
}

LogReader::LogReader(LogFiles files, std::unique_ptr<Database> database)
    : files_(std::move(files)), database_(std::move(database)) {}
LogReader::LogReader(LogReader&&) noexcept = default;
LogReader& LogReader::operator=(LogReader&&) noexcept = default;
LogReader::~LogReader() = default;

Result<std::vector<LoggedChair>> LogReader::chairs() {
  return guarded(files_.database, [&] {
    std::vector<LoggedChair> chairs;
    auto rows = query(*database_, "SELECT id, name FROM chairs ORDER BY id");
    while (rows.executeStep()) chairs.push_back({text(rows, 0), text(rows, 1)});
    return chairs;
  });
}

Result<std::vector<LoggedSitting>> LogReader::sittings(std::string_view chair, WallRange range) {
  return guarded(files_.database, [&] { return read_sittings(*database_, files_, chair, range); });
}

Result<std::vector<LoggedSpan>> LogReader::spans(std::string_view chair, WallRange range) {
  return guarded(files_.database, [&] { return read_spans(*database_, files_, chair, range); });
}

Result<std::vector<LoggedAlert>> LogReader::alerts(std::string_view chair, WallRange range) {
  return guarded(files_.database, [&] { return read_alerts(*database_, chair, range); });
}

Result<std::vector<LoggedHold>> LogReader::holds(std::string_view chair, WallRange range) {
  return guarded(files_.database, [&] { return read_holds(*database_, files_, chair, range); });
}

Result<std::vector<Minute>> LogReader::minutes(std::string_view chair, WallRange range) {
  return guarded(files_.database, [&] { return read_minutes(*database_, chair, range); });
}

Result<std::vector<LoggedEvent>> LogReader::events(std::string_view chair, WallRange range) {
  return guarded(files_.database, [&] {
    std::vector<LoggedEvent> events;
    auto rows =
        query(*database_,
              std::string(select_events) + "WHERE chair IN (?1, '') AND at_ms >= ?2 AND at_ms < ?3 ORDER BY at_ms, id",
              chair, range.from, range.to);
    while (rows.executeStep()) events.push_back(read_event(rows));
    return events;
  });
}

Result<Totals> LogReader::totals(std::string_view chair, WallRange range) {
  return guarded(files_.database, [&] {
    SQLite::Transaction all_of_one_moment(*database_);
    return sum_up(*database_, chair, range, read_sittings(*database_, files_, chair, range),
                  read_spans(*database_, files_, chair, range));
  });
}

Result<std::vector<DayTotals>> LogReader::day_totals(std::string_view chair, WallRange range,
                                                     const LocalTime& local_time) {
  std::vector<DayTotals> days;
  WallTime day = local_time.midnight_before(range.from);
  if (day < range.from) day = local_time.midnight_after(day);
  for (; day < range.to; day = local_time.midnight_after(day)) {
    auto summed = totals(chair, {day, local_time.midnight_after(day)});
    if (!summed) return tl::unexpected(summed.error());
    days.push_back({day, *summed});
  }
  return days;
}

Result<std::vector<LoggedAlert>> LogReader::newest_alerts(std::string_view chair, const AlertChoice& choice) {
  return guarded(files_.database, [&] { return read_newest_alerts(*database_, chair, choice); });
}

Result<WallRange> LogReader::extent(std::string_view chair) {
  return guarded(files_.database, [&]() -> WallRange {
    auto row = query(*database_, select_extent, chair);
    if (!row.executeStep() || is_null(row, 0)) return {};
    return {wall(row, 0), wall(row, 1) + Millis(1)};
  });
}

Result<LogReader::Generation> LogReader::generation() {
  return guarded(files_.database, [&] {
    return Generation{number_of(*database_, "PRAGMA schema_version"),
                      number_of(*database_, "SELECT count(clock_set_ms) FROM boots")};
  });
}

Result<void> LogReader::copy_to(const std::filesystem::path& file) {
  return guarded(files_.database, [&] { database_->backup(file.c_str(), Database::BackupType::Save); });
}

Result<std::vector<LoggedAnswer>> LogReader::exercise_answers(std::string_view chair, WallRange range) {
  return guarded(files_.database, [&] { return read_answers(*database_, chair, range); });
}

Result<std::optional<LoggedEvent>> LogReader::last_break(std::string_view chair) {
  return guarded(files_.database, [&]() -> std::optional<LoggedEvent> {
    auto row =
        query(*database_, std::string(select_events) + "WHERE chair = ?1 AND kind = ?2 ORDER BY at_ms DESC LIMIT 1",
              chair, to_string(NoteKind::taken_break));
    return row.executeStep() ? std::optional(read_event(row)) : std::nullopt;
  });
}

Result<std::optional<LoggedSitting>> LogReader::last_sitting(std::string_view chair) {
  return guarded(files_.database, [&]() -> std::optional<LoggedSitting> {
    auto row = query(
        *database_,
        "SELECT start_ms, end_ms, boot, shifts FROM sittings WHERE chair = ?1 ORDER BY start_ms DESC LIMIT 1", chair);
    return row.executeStep() ? std::optional(read_sitting(*database_, files_, chair, row)) : std::nullopt;
  });
}

Result<std::uint64_t> LogReader::last_alert_id(std::string_view chair) {
  return guarded(files_.database, [&] {
    return static_cast<std::uint64_t>(number_of(*database_, "SELECT last_alert FROM chairs WHERE id = ?1", chair));
  });
}

// A week of many alerts; more change neither a cool-down nor a back-off.
Result<std::vector<PastAlert>> LogReader::past_alerts(std::string_view chair) {
  return guarded(files_.database, [&] { return read_past_alerts(*database_, chair, 100); });
}

Result<std::optional<LoggedAlert>> LogReader::alert(std::string_view chair, std::uint64_t id) {
  return guarded(files_.database, [&] { return read_alert(*database_, chair, id); });
}

Result<RestoredSettings> LogReader::settings(std::string_view chair, const Settings& defaults) {
  return guarded(files_.database, [&] { return read_settings(*database_, chair, defaults); });
}

Result<std::optional<Calibration>> LogReader::calibration(const Chair& chair, std::string_view profile) {
  auto read = guarded(files_.database, [&] { return read_calibration(*database_, chair, profile); });
  if (!read) return tl::unexpected(read.error());
  return *read;
}

}  // namespace chairhub
