// Writes the log: what the detection saw, what was said, what was set. Rows
// wait in memory until commit_if_due() writes them in one transaction, so that
// an SD card is touched seldom and a kill -9 costs a few seconds.
//
// Thread rule: a plain synchronous object; one thread (the storage thread)
// owns it. It may block as long as the disk does. log_reader.h reads, from any
// thread or process, on a connection of its own.

#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/core/calibration.h"
#include "hub/core/chair.h"
#include "hub/core/log_rows.h"
#include "hub/core/observation.h"
#include "hub/core/result.h"
#include "hub/core/settings.h"
#include "hub/core/time.h"
#include "hub/storage/batch.h"
#include "hub/storage/log_files.h"
#include "hub/storage/run_clock.h"

namespace chairhub {

// One start of the service.
struct HubStart {
  std::string kernel_boot;  // the same text until the machine boots again (/proc/sys/kernel/random/boot_id)
  std::string version;      // of chairhub
  Moment at{};
  bool clock_is_set = true;   // false: wall times are provisional until clock_was_set()
  std::vector<Chair> chairs;  // the configured ones; their pads give the names in the log
};

// How long rows are kept.
struct Retention {
  std::chrono::days minutes{90};
  std::chrono::days rest{365};  // events, alerts, spans, sittings
};

class Logbook {
 public:
  // Creates or migrates the database, ends what an earlier start left open and
  // notes this start. Fails with one sentence when the file cannot be used;
  // the file is then as it was.
  static Result<Logbook> open(const LogFiles& files, const HubStart& start);
  Logbook(Logbook&&) noexcept;
  Logbook& operator=(Logbook&&) noexcept;
  ~Logbook();  // writes nothing; close() is the clean end

  // Names this start in the heartbeat file.
  const std::string& run() const { return run_; }

  // The following queue rows and never fail; commits report trouble. A moment
  // told by the clock before it was set is corrected here, so events are handed
  // on as they were made. A chair must be one of HubStart::chairs, and the ids
  // of its alerts rise; anything else throws std::invalid_argument.
  void append(std::string_view chair, const Event& event);
  // What else happened; `chair` is empty for the hub itself.
  void note(std::string_view chair, const Note& note);
  // Keeps what differs from the configuration's `defaults`; what does not
  // goes on following the configuration.
  void save_settings(std::string_view chair, const Settings& settings, const Settings& defaults, Moment now);
  void save_calibration(std::string_view chair, const std::string& profile, const Calibration& calibration);

  // The wall clock jumped by `delta`, and `now` is told by the clock as it is
  // after that. The first time while the clock was not set, every wall time
  // of this kernel boot's provisional rows moves by `delta`; any other jump
  // is only noted. Call it before handing on what the new clock has told.
  void clock_was_set(Millis delta, Moment now);

  // Alerts enter the outbox with their row. They are delivered once: as an
  // alert, or as a missed one after missed().
  Result<std::vector<OutboxEntry>> pending();
  void acknowledged(std::string_view chair, std::uint64_t alert);
  void missed(std::string_view chair, std::uint64_t alert);

  // Writes what waits: alerts and the outbox at once, the rest 3 s after this
  // was first called with it waiting. After a failure rows stay in memory and
  // are tried again 10 s later.
  Result<void> commit_if_due(SteadyTime now);
  // When to call commit_if_due() next; unset while nothing waits. To be asked
  // after commit_if_due().
  std::optional<SteadyTime> next_deadline() const;
  // Writes what waits, due or not.
  Result<void> commit();

  // Deletes a few hundred rows that are older than allowed; true when there
  // are more. Does nothing while the clock is not set.
  Result<bool> retain(WallTime now, const Retention& retention);

  // For a disk that is nearly full, with `free` bytes left: deletes a few hundred rows, the least dear ones (room.h),
  // and returns their table; empty when there is nothing to delete. Does nothing while the clock is not set.
  Result<std::string> make_room(WallTime now, std::uint64_t free);
  // Takes room for a full disk while it has plenty, in bytes, `free`; keeps it beyond close() while it is nearly full.
  Result<void> settle_reserve(std::uint64_t free);
  const LogFiles& files() const { return files_; }

  // Ends open spans and sittings at `now` and marks a clean stop.
  Result<void> close(Moment now);

 private:
  struct ChairState {
    std::vector<std::string> pads;          // their names
    std::optional<std::int64_t> open_span;  // row ids
    std::optional<std::int64_t> open_sitting;
    std::array<std::optional<SteadyTime>, cause_count> open_holds{};  // since when, by cause
    std::uint64_t last_alert = 0;
    bool minute_may_straddle = false;  // the next one may have begun before the clock was set
  };
  struct Append;  // one overload an event

  Logbook(LogFiles files, std::unique_ptr<SQLite::Database> database, const HubStart& start);
  void begin(const HubStart& start);
  void serve(const Chair& chair);
  ChairState& state_of(std::string_view chair);

  LogFiles files_;
  std::unique_ptr<SQLite::Database> database_;
  std::string kernel_boot_;
  RunClock clock_;
  Batch batch_;
  std::int64_t boot_ = 0;  // row id
  std::string run_;
  std::map<std::string, ChairState, std::less<>> chairs_;
  std::int64_t next_span_ = 1;  // row ids are given here, so that a row can be ended before it is written
  std::int64_t next_sitting_ = 1;
};

}  // namespace chairhub
