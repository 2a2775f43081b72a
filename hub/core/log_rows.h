// The log's rows as plain data, as log_reader.h hands them out: what was
// written, with texts of their own and wall times only.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/core/alert.h"
#include "hub/core/minute.h"
#include "hub/core/posture.h"
#include "hub/core/settings.h"
#include "hub/core/time.h"

namespace chairhub {

// From (included) to (excluded).
struct WallRange {
  WallTime from{};
  WallTime to{};
};

struct LoggedChair {
  std::string id;
  std::string name;
};

// `is_open`: not ended yet; `end` is then the last time known.
struct LoggedSitting {
  WallTime start{};
  WallTime end{};
  bool is_open = false;
  std::uint32_t shifts = 0;
};

struct LoggedSpan {
  Posture posture = Posture::unknown;
  WallTime start{};
  WallTime end{};
  bool is_open = false;
  std::string why;
};

struct LoggedEvidence {
  std::string name;
  double value = 0;
  std::optional<double> limit;
};

enum class Delivery : std::uint8_t {
  waiting,  // for the broker
  waiting_as_missed,
  delivered,
  delivered_as_missed,
};
std::string_view to_string(Delivery delivery);

struct LoggedAlert {
  std::uint64_t id = 0;
  Cause cause = Cause::sitting_too_long;
  WallTime raised{};
  WallTime since{};
  double minutes = 0;
  bool is_repeat = false;
  std::vector<LoggedEvidence> evidence;
  std::vector<Cause> also_due;
  std::string remedy;
  std::string exercise_id;
  std::string exercise_name;
  std::string exercise_dose;
  std::string exercise_how;  // its steps, one a line
  std::string precaution;
  std::string hint;
  std::string text;
  std::optional<WallTime> cleared;  // unset: still holds, or the hub stopped before its end
  std::optional<bool> acted_on;     // soon after it was raised; unset where `cleared` is
  Delivery delivery = Delivery::waiting;
};

// Which of the alerts.
struct AlertChoice {
  WallRange range;
  std::optional<Cause> cause;
  std::optional<std::uint64_t> before;  // smaller ids only
  int most = 100;
};

// What kept a cause from being told, from when until when.
struct LoggedHold {
  Cause cause = Cause::sitting_too_long;
  Held held = Held::not_due;
  WallTime start{};
  WallTime end{};
  bool is_open = false;
  double minutes = 0;  // how much of the cause had built up at its start
  double limit = 0;    // in minutes
};

// The alert as core made it, for whoever words payloads; its texts are those
// of `logged`, which must outlive it. Steady times are not known any more and
// stand at their epoch.
Alert as_alert(const LoggedAlert& logged);
// The other way, with the wall times that the log is to have.
LoggedAlert as_logged(const Alert& alert, WallTime raised, WallTime since);

enum class NoteKind : std::uint8_t {
  taken_break,  // length; written by Logbook itself, as are the next three
  pad_status,   // subject: the pad; text: what it is now and why
  clock_set,    // length: by how much
  clock_jump,   // length: by how much
  zero,         // subject: the pad; text: its counts before and after
  calibration,  // subject: doubted or trusted again; text: why
  profile,      // subject: whose the load looks like, empty when nobody's; text: why
  command,      // subject: its name; text: its value
  setting,      // subject: its key; text: its value
  hub,          // anything about the service itself
};
std::string_view to_string(NoteKind kind);  // "break", "pad_status", ...
std::optional<NoteKind> note_kind_from(std::string_view name);

struct Note {
  Moment at{};
  NoteKind kind = NoteKind::hub;
  std::string subject;
  std::string text;
  std::optional<Millis> length;
};

struct LoggedEvent {
  std::string chair;  // empty: the hub itself
  WallTime at{};
  NoteKind kind = NoteKind::hub;
  std::string subject;
  std::string text;
  std::optional<Millis> length;
};

struct LoggedAnswer {
  std::string exercise;
  ExerciseAnswer answer = ExerciseAnswer::done;
  WallTime at{};
};

struct Totals {
  Millis sitting{};                                // from sittings
  std::array<Millis, posture_count> by_posture{};  // from spans
  std::uint32_t shifts = 0;
  std::uint32_t breaks = 0;
  std::array<std::uint32_t, cause_count> alerts{};  // by Cause
  Millis longest_still{};                           // sitting without a shift; from minute rows, so exact to a minute
};

// A local day and what it adds up to.
struct DayTotals {
  WallTime day{};  // its midnight
  Totals totals;
};

struct OutboxEntry {
  std::string chair;
  std::uint64_t alert = 0;
  WallTime queued{};
  bool is_missed = false;  // to be delivered as missed
};

struct RestoredSettings {
  Settings settings;
  std::vector<std::string> refused;  // one sentence for each stored value that is not allowed any more
};

}  // namespace chairhub
