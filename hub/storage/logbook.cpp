#include "hub/storage/logbook.h"

#include <stdexcept>
#include <utility>
#include <variant>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include "hub/storage/alert_rows.h"
#include "hub/storage/calibration_rows.h"
#include "hub/storage/clock_correction.h"
#include "hub/storage/database.h"
#include "hub/storage/exercise_rows.h"
#include "hub/storage/hold_rows.h"
#include "hub/storage/minute_rows.h"
#include "hub/storage/recovery.h"
#include "hub/storage/reserve.h"
#include "hub/storage/retention.h"
#include "hub/storage/room.h"
#include "hub/storage/setting_rows.h"
#include "hub/storage/sql.h"

namespace chairhub {
namespace {

using Database = SQLite::Database;

void insert_event(const Database& database, std::int64_t boot, const LoggedEvent& event) {
  execute(database,
          "INSERT INTO events (chair, boot, at_ms, kind, subject, text, length_ms) VALUES (?, ?, ?, ?, ?, ?, ?)",
          event.chair, boot, event.at, to_string(event.kind), event.subject, event.text, event.length);
}

}  // namespace

// Turns events into work for the batch: times are settled now, rows are
// written later.
struct Logbook::Append {
  Logbook& log;
  const std::string chair;
  ChairState& state;

  void operator()(const SpanStarted& span) const {
    const std::int64_t id = log.next_span_++;
    state.open_span = id;
    const auto write = [id, chair = chair, boot = log.boot_, span,
                        start = log.clock_.wall_of(span.start)](Database& database) {
      execute(database, "INSERT INTO posture_spans (id, chair, boot, posture, start_ms, why) VALUES (?, ?, ?, ?, ?, ?)",
              id, chair, boot, to_string(span.posture), start, span.why);
    };
    log.batch_.add(write);
  }

  // Lengths are those of the steady clock, so that a jump of the wall clock
  // makes no span or sitting longer or shorter.
  void operator()(const SpanEnded& span) const {
    if (!state.open_span) (*this)(SpanStarted{span.posture, span.start, ""});
    const std::int64_t id = *std::exchange(state.open_span, std::nullopt);
    const Millis length = span.end.steady - span.start.steady;
    log.batch_.add([id, length](Database& database) {
      execute(database, "UPDATE posture_spans SET end_ms = start_ms + ?2 WHERE id = ?1", id, length);
    });
  }

  void operator()(const SittingStarted& sitting) const {
    const std::int64_t id = log.next_sitting_++;
    state.open_sitting = id;
    log.batch_.add([id, chair = chair, boot = log.boot_,
                    start = log.clock_.wall_of(sitting.start)](Database& database) {
      execute(database, "INSERT INTO sittings (id, chair, boot, start_ms) VALUES (?, ?, ?, ?)", id, chair, boot, start);
    });
  }

  void operator()(const SittingEnded& sitting) const {
    if (!state.open_sitting) (*this)(SittingStarted{sitting.start});
    const std::int64_t id = *std::exchange(state.open_sitting, std::nullopt);
    const Millis length = sitting.end.steady - sitting.start.steady;
    log.batch_.add([id, length, shifts = sitting.shifts](Database& database) {
      execute(database, "UPDATE sittings SET end_ms = start_ms + ?2, shifts = ?3 WHERE id = ?1", id, length, shifts);
    });
  }

  void operator()(const BreakTaken& taken) const {
    log.note(chair, {taken.start, NoteKind::taken_break, "", "", taken.length});
  }

  void operator()(const Shifted&) const {}  // counted in minutes and sittings

  void operator()(const Alert& alert) const {
    if (alert.id <= state.last_alert)
      throw std::invalid_argument(fmt::format("chair {}: alert {} after alert {}", chair, alert.id, state.last_alert));
    state.last_alert = alert.id;
    const auto logged = as_logged(alert, log.clock_.wall_of(alert.raised), log.clock_.wall_of(alert.since));
    const auto write = [chair = chair, boot = log.boot_, logged](Database& database) {
      write_alert(database, chair, boot, logged);
    };
    log.batch_.add(write, Batch::Urgency::at_once);
  }

  void operator()(const AlertCleared& cleared) const {
    log.batch_.add([chair = chair, cleared, at = log.clock_.wall_of(cleared.at)](Database& database) {
      clear_alert(database, chair, cleared, at);
    });
  }

  void operator()(const HeldChanged& change) const {
    auto& open = state.open_holds.at(static_cast<std::size_t>(change.cause));
    if (open)
      log.batch_.add([chair = chair, boot = log.boot_, cause = change.cause, length = change.at.steady - *open](
                         Database& database) { end_hold(database, chair, boot, cause, length); });
    open.reset();
    if (change.held == Held::not_due) return;
    open = change.at.steady;
    log.batch_.add([chair = chair, boot = log.boot_, change, start = log.clock_.wall_of(change.at)](
                       Database& database) { write_hold(database, chair, boot, change, start); });
  }

  void operator()(const ProfileSuggested& suggested) const {
    log.note(chair, {suggested.at, NoteKind::profile, suggested.profile, suggested.why, std::nullopt});
  }

  void operator()(const ZeroMoved& moved) const {
    const auto words = fmt::format("{:.1f} -> {:.1f}", moved.from, moved.to);
    log.note(chair, {moved.at, NoteKind::zero, state.pads.at(moved.pad), words, std::nullopt});
  }

  void operator()(const BaselineDoubted& doubted) const {
    log.note(chair, {doubted.at, NoteKind::calibration, doubted.is_doubted ? "doubted" : "trusted", doubted.why,
                     std::nullopt});
  }

  void operator()(const ExerciseAnswered& answered) const {
    const LoggedAnswer answer{answered.exercise, answered.answer, log.clock_.wall_of(answered.at)};
    log.batch_.add(
        [chair = chair, boot = log.boot_, answer](Database& database) { write_answer(database, chair, boot, answer); });
  }

  void operator()(const PadStatusChanged& change) const {
    const auto words = fmt::format("{} -> {}{}{}", to_string(change.from), to_string(change.now.status),
                                   change.now.reason.empty() ? "" : ": ", change.now.reason);
    log.note(chair, {change.now.since, NoteKind::pad_status, state.pads.at(change.pad), words, std::nullopt});
  }

  void operator()(Minute minute) const {
    if (std::exchange(state.minute_may_straddle, false)) minute.start = log.clock_.wall_of_straddling(minute.start);
    log.batch_.add(
        [chair = chair, boot = log.boot_, minute](Database& database) { write_minute(database, chair, boot, minute); });
  }
};

Result<Logbook> Logbook::open(const LogFiles& files, const HubStart& start) {
  auto database = open_for_writing(files.database);
  if (!database) return tl::unexpected(database.error());
  Logbook log(files, std::move(*database), start);
  if (auto begun = guarded(files.database, [&] { log.begin(start); }); !begun) return tl::unexpected(begun.error());
  return log;
}

Logbook::Logbook(LogFiles files, std::unique_ptr<Database> database, const HubStart& start)
    : files_(std::move(files)),
      database_(std::move(database)),
      kernel_boot_(start.kernel_boot),
      clock_(start.clock_is_set),
      batch_(files_.database) {}

Logbook::Logbook(Logbook&&) noexcept = default;
Logbook& Logbook::operator=(Logbook&&) noexcept = default;
Logbook::~Logbook() = default;

void Logbook::begin(const HubStart& start) {
  SQLite::Transaction transaction(*database_, SQLite::TransactionBehavior::IMMEDIATE);
  recover(*database_, files_);
  if (start.clock_is_set) correct_earlier_starts(*database_, kernel_boot_, start.at);
  const auto start_number =
      number_of(*database_, "SELECT max(start_number) FROM boots WHERE kernel_boot = ?1", kernel_boot_) + 1;
  execute(*database_,
          "INSERT INTO boots (kernel_boot, start_number, version, started_ms, started_steady_ms, clock_set_ms) "
          "VALUES (?, ?, ?, ?, ?, ?)",
          kernel_boot_, start_number, start.version, start.at.wall, start.at.steady,
          start.clock_is_set ? std::optional(start.at.wall) : std::nullopt);
  boot_ = database_->getLastInsertRowid();
  run_ = run_name(kernel_boot_, start_number);
  next_span_ = number_of(*database_, "SELECT max(id) FROM posture_spans") + 1;
  next_sitting_ = number_of(*database_, "SELECT max(id) FROM sittings") + 1;
  for (const Chair& chair : start.chairs) serve(chair);
  transaction.commit();
}

void Logbook::serve(const Chair& chair) {
  execute(*database_,
          "INSERT INTO chairs (id, name, boot) VALUES (?1, ?2, ?3) ON CONFLICT (id) DO UPDATE SET name = ?2, boot = ?3",
          chair.id, chair.name, boot_);
  ChairState state;
  for (const Pad& pad : chair.pads) state.pads.push_back(pad.name);
  state.last_alert =
      static_cast<std::uint64_t>(number_of(*database_, "SELECT last_alert FROM chairs WHERE id = ?1", chair.id));
  chairs_.emplace(chair.id, std::move(state));
}

Logbook::ChairState& Logbook::state_of(std::string_view chair) {
  const auto found = chairs_.find(chair);
  if (found == chairs_.end())
    throw std::invalid_argument(fmt::format("the log was not opened for a chair \"{}\"", chair));
  return found->second;
}

void Logbook::append(std::string_view chair, const Event& event) {
  std::visit(Append{*this, std::string(chair), state_of(chair)}, event);
}

void Logbook::note(std::string_view chair, const Note& note) {
  LoggedEvent event{std::string(chair), clock_.wall_of(note.at), note.kind, note.subject, note.text, note.length};
  batch_.add([boot = boot_, event = std::move(event)](Database& database) { insert_event(database, boot, event); });
}

void Logbook::save_settings(std::string_view chair, const Settings& settings, const Settings& defaults, Moment now) {
  state_of(chair);
  const auto write = [id = std::string(chair), boot = boot_, settings, defaults, at = clock_.wall_of(now)](
                         Database& database) { write_settings(database, id, boot, settings, defaults, at); };
  batch_.add(write);
}

void Logbook::save_calibration(std::string_view chair, const std::string& profile, const Calibration& calibration) {
  const auto& pads = state_of(chair).pads;
  if (calibration.pads.size() != pads.size())
    throw std::invalid_argument(
        fmt::format("chair {}: a calibration of {} pads for {}", chair, calibration.pads.size(), pads.size()));
  batch_.add([owner = CalibrationOwner{std::string(chair), profile, boot_}, pads, calibration](Database& database) {
    write_calibration(database, owner, pads, calibration);
  });
}

void Logbook::clock_was_set(Millis delta, Moment now) {
  const bool was_set = clock_.is_set();
  if (!was_set) {
    clock_.set(delta, now);
    for (auto& [id, state] : chairs_) state.minute_may_straddle = true;
    batch_.add([boot = kernel_boot_, delta, now](Database& database) {
      correct_kernel_boot(database, boot, delta, now.wall);
    });
  }
  note("", {now, was_set ? NoteKind::clock_jump : NoteKind::clock_set, "", "", delta});
}

Result<std::vector<OutboxEntry>> Logbook::pending() {
  if (auto written = commit(); !written) return tl::unexpected(written.error());
  return guarded(files_.database, [&] { return read_outbox(*database_); });
}

void Logbook::acknowledged(std::string_view chair, std::uint64_t alert) {
  const auto write = [id = std::string(chair), alert](Database& database) { acknowledge(database, id, alert); };
  batch_.add(write, Batch::Urgency::at_once);
}

void Logbook::missed(std::string_view chair, std::uint64_t alert) {
  const auto write = [id = std::string(chair), alert](Database& database) { mark_missed(database, id, alert); };
  batch_.add(write, Batch::Urgency::at_once);
}

Result<void> Logbook::commit_if_due(SteadyTime now) {
  return batch_.commit_if_due(*database_, now);
}

std::optional<SteadyTime> Logbook::next_deadline() const {
  return batch_.due();
}

Result<void> Logbook::commit() {
  return batch_.commit(*database_);
}

Result<bool> Logbook::retain(WallTime now, const Retention& retention) {
  if (!clock_.is_set()) return false;
  return guarded(files_.database,
                 [&] { return delete_some(*database_, now - retention.minutes, now - retention.rest); });
}

Result<std::string> Logbook::make_room(WallTime now, std::uint64_t free) {
  if (!clock_.is_set()) return "";
  return guarded(files_.database, [&] { return chairhub::make_room(*database_, now, free); });
}

Result<void> Logbook::settle_reserve(std::uint64_t free) {
  return chairhub::settle_reserve(files_.database, *database_, free);
}

Result<void> Logbook::close(Moment now) {
  batch_.add([boot = boot_, at = clock_.wall_of(now)](Database& database) {
    end_open_rows(database, boot, at);
    execute(database, "UPDATE boots SET clean_stop = 1 WHERE id = ?1", boot);
  });
  return commit();
}

}  // namespace chairhub
