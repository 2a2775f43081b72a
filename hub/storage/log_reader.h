// Reads the log on a connection of its own that cannot write: while the hub
// runs, or after it is gone. What is still open ends, for a reader, at the
// last time known: the heartbeat's or the latest row's.
//
// Thread rule: one thread at a time for each LogReader; any number of readers.

#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "hub/core/alert_policy.h"
#include "hub/core/calibration.h"
#include "hub/core/chair.h"
#include "hub/core/local_time.h"
#include "hub/core/log_rows.h"
#include "hub/core/result.h"
#include "hub/core/settings.h"
#include "hub/storage/log_files.h"
#include "hub/storage/sqlite_fwd.h"

namespace chairhub {

class LogReader {
 public:
  // Refuses a file that does not exist, is not a log, or is newer than this.
  static Result<LogReader> open(const LogFiles& files);
  LogReader(LogReader&&) noexcept;
  LogReader& operator=(LogReader&&) noexcept;
  ~LogReader();

  Result<std::vector<LoggedChair>> chairs();

  // Oldest first. Sittings, spans and holds that overlap the range, whole; alerts,
  // events and minutes that begin in it. Day boundaries are the caller's.
  Result<std::vector<LoggedSitting>> sittings(std::string_view chair, WallRange range);
  Result<std::vector<LoggedSpan>> spans(std::string_view chair, WallRange range);
  Result<std::vector<LoggedAlert>> alerts(std::string_view chair, WallRange range);
  Result<std::vector<LoggedHold>> holds(std::string_view chair, WallRange range);
  Result<std::vector<Minute>> minutes(std::string_view chair, WallRange range);
  // This chair's events and the hub's own.
  Result<std::vector<LoggedEvent>> events(std::string_view chair, WallRange range);
  // Clipped to the range.
  Result<Totals> totals(std::string_view chair, WallRange range);
  // The same for each local day that begins in the range, also for those in which nobody sat.
  Result<std::vector<DayTotals>> day_totals(std::string_view chair, WallRange range, const LocalTime& local_time);
  // The newest that were raised in the range, newest first; of one cause and with smaller ids only, if so asked.
  Result<std::vector<LoggedAlert>> newest_alerts(std::string_view chair, const AlertChoice& choice);
  Result<std::vector<LoggedAnswer>> exercise_answers(std::string_view chair, WallRange range);

  // From the first row to behind the last that began; the same moment twice without any.
  Result<WallRange> extent(std::string_view chair);
  // Another one whenever the file was rewritten, as after rows have been forgotten, or rows have moved because the
  // clock was set.
  struct Generation {
    std::int64_t rewritten = 0;
    std::int64_t clock_set = 0;
    friend bool operator==(const Generation&, const Generation&) = default;
  };
  Result<Generation> generation();
  // A consistent copy, made while others write.
  Result<void> copy_to(const std::filesystem::path& file);

  // What a hub goes on from when it starts.
  Result<std::optional<LoggedEvent>> last_break(std::string_view chair);
  Result<std::optional<LoggedSitting>> last_sitting(std::string_view chair);
  Result<std::uint64_t> last_alert_id(std::string_view chair);         // 0 when there was none
  Result<std::vector<PastAlert>> past_alerts(std::string_view chair);  // the last hundred, oldest first
  Result<std::optional<LoggedAlert>> alert(std::string_view chair, std::uint64_t id);
  Result<RestoredSettings> settings(std::string_view chair, const Settings& defaults);
  // Of one profile. Fails when its latest calibration lacks one of the chair's pads.
  Result<std::optional<Calibration>> calibration(const Chair& chair, std::string_view profile);

 private:
  LogReader(LogFiles files, std::unique_ptr<SQLite::Database> database);

  LogFiles files_;
  std::unique_ptr<SQLite::Database> database_;
};

}  // namespace chairhub
