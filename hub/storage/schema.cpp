#include "hub/storage/schema.h"

#include <array>
#include <cstddef>
#include <string>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

#include "hub/storage/sql.h"

namespace chairhub {
namespace {

constexpr auto hub_tables = R"sql(
CREATE TABLE boots (
  id INTEGER PRIMARY KEY,
  kernel_boot TEXT NOT NULL,
  start_number INTEGER NOT NULL,
  version TEXT NOT NULL,
  started_ms INTEGER NOT NULL,
  started_steady_ms INTEGER NOT NULL,
  clock_set_ms INTEGER,
  ended_ms INTEGER,
  clean_stop INTEGER NOT NULL DEFAULT 0,
  UNIQUE (kernel_boot, start_number));
CREATE TABLE chairs (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  boot INTEGER NOT NULL,
  last_alert INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE events (
  id INTEGER PRIMARY KEY,
  chair TEXT NOT NULL,
  boot INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  length_ms INTEGER);
CREATE INDEX events_by_time ON events (chair, at_ms);
CREATE TABLE settings (
  chair TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  changed_ms INTEGER NOT NULL,
  boot INTEGER NOT NULL,
  PRIMARY KEY (chair, key)) WITHOUT ROWID;
CREATE TABLE calibrations (
  id INTEGER PRIMARY KEY,
  chair TEXT NOT NULL,
  boot INTEGER NOT NULL,
  made_ms INTEGER NOT NULL,
  seat_total REAL,
  back_total REAL,
  left_right REAL,
  front_back REAL);
CREATE TABLE calibration_pads (
  calibration INTEGER NOT NULL REFERENCES calibrations (id) ON DELETE CASCADE,
  pad TEXT NOT NULL,
  zero REAL NOT NULL,
  span REAL NOT NULL,
  noise REAL NOT NULL,
  supported REAL,
  PRIMARY KEY (calibration, pad)) WITHOUT ROWID;
)sql";

constexpr auto sitting_tables = R"sql(
CREATE TABLE sittings (
  id INTEGER PRIMARY KEY,
  chair TEXT NOT NULL,
  boot INTEGER NOT NULL,
  start_ms INTEGER NOT NULL,
  end_ms INTEGER,
  shifts INTEGER NOT NULL DEFAULT 0);
CREATE INDEX sittings_by_time ON sittings (chair, start_ms);
CREATE TABLE posture_spans (
  id INTEGER PRIMARY KEY,
  chair TEXT NOT NULL,
  boot INTEGER NOT NULL,
  posture TEXT NOT NULL,
  start_ms INTEGER NOT NULL,
  end_ms INTEGER,
  why TEXT NOT NULL);
CREATE INDEX posture_spans_by_time ON posture_spans (chair, start_ms);
CREATE TABLE minutes (
  chair TEXT NOT NULL,
  start_ms INTEGER NOT NULL,
  boot INTEGER NOT NULL,
  empty_ms INTEGER NOT NULL,
  object_ms INTEGER NOT NULL,
  supported_ms INTEGER NOT NULL,
  unsupported_upright_ms INTEGER NOT NULL,
  bent_forward_ms INTEGER NOT NULL,
  slumped_ms INTEGER NOT NULL,
  unknown_ms INTEGER NOT NULL,
  shifts INTEGER NOT NULL,
  seat_total_min_permille INTEGER NOT NULL,
  seat_total_mean_permille INTEGER NOT NULL,
  seat_total_max_permille INTEGER NOT NULL,
  back_share_min_permille INTEGER NOT NULL,
  back_share_mean_permille INTEGER NOT NULL,
  back_share_max_permille INTEGER NOT NULL,
  left_right_min_permille INTEGER NOT NULL,
  left_right_mean_permille INTEGER NOT NULL,
  left_right_max_permille INTEGER NOT NULL,
  front_back_min_permille INTEGER NOT NULL,
  front_back_mean_permille INTEGER NOT NULL,
  front_back_max_permille INTEGER NOT NULL,
  PRIMARY KEY (chair, start_ms, boot)) WITHOUT ROWID;
)sql";

constexpr auto alert_tables = R"sql(
CREATE TABLE alerts (
  chair TEXT NOT NULL,
  id INTEGER NOT NULL,
  boot INTEGER NOT NULL,
  cause TEXT NOT NULL,
  raised_ms INTEGER NOT NULL,
  since_ms INTEGER NOT NULL,
  minutes REAL NOT NULL,
  is_repeat INTEGER NOT NULL,
  also_due TEXT NOT NULL,
  text TEXT NOT NULL,
  remedy TEXT NOT NULL,
  exercise_id TEXT NOT NULL,
  exercise_name TEXT NOT NULL,
  exercise_dose TEXT NOT NULL,
  exercise_how TEXT NOT NULL,
  precaution TEXT NOT NULL,
  cleared_ms INTEGER,
  PRIMARY KEY (chair, id));
CREATE INDEX alerts_by_time ON alerts (chair, raised_ms);
CREATE TABLE alert_evidence (
  chair TEXT NOT NULL,
  alert INTEGER NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  value REAL NOT NULL,
  limit_value REAL,
  PRIMARY KEY (chair, alert, position),
  FOREIGN KEY (chair, alert) REFERENCES alerts (chair, id) ON DELETE CASCADE) WITHOUT ROWID;
CREATE TABLE outbox (
  chair TEXT NOT NULL,
  alert INTEGER NOT NULL,
  boot INTEGER NOT NULL,
  queued_ms INTEGER NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (chair, alert),
  FOREIGN KEY (chair, alert) REFERENCES alerts (chair, id) ON DELETE CASCADE) WITHOUT ROWID;
CREATE INDEX outbox_waiting ON outbox (queued_ms) WHERE state IN ('waiting', 'waiting_as_missed');
)sql";

// What people answered to exercises, and the hint that went with an alert.
constexpr auto coach_tables = R"sql(
CREATE TABLE exercise_answers (
  id INTEGER PRIMARY KEY,
  chair TEXT NOT NULL,
  boot INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  exercise TEXT NOT NULL,
  answer TEXT NOT NULL);
CREATE INDEX exercise_answers_by_time ON exercise_answers (chair, at_ms);
ALTER TABLE alerts ADD COLUMN hint TEXT NOT NULL DEFAULT '';
)sql";

// What kept causes from being told, and whether alerts were acted on.
constexpr auto hold_tables = R"sql(
CREATE TABLE holds (
  id INTEGER PRIMARY KEY,
  chair TEXT NOT NULL,
  boot INTEGER NOT NULL,
  cause TEXT NOT NULL,
  held TEXT NOT NULL,
  start_ms INTEGER NOT NULL,
  end_ms INTEGER,
  minutes REAL NOT NULL,
  limit_minutes REAL NOT NULL);
CREATE INDEX holds_by_time ON holds (chair, start_ms);
ALTER TABLE alerts ADD COLUMN acted_on INTEGER;
)sql";

// A calibration for each who uses the chair, and how they sit upright.
constexpr auto profile_columns = R"sql(
ALTER TABLE calibrations ADD COLUMN profile TEXT NOT NULL DEFAULT 'default';
ALTER TABLE calibrations ADD COLUMN upright_rear REAL;
ALTER TABLE calibrations ADD COLUMN upright_total REAL;
)sql";

void create(SQLite::Database& database) {
  database.exec("PRAGMA application_id = " + std::to_string(log_application_id));
  for (const char* tables : {hub_tables, sitting_tables, alert_tables}) database.exec(tables);
}

void to_version_2(SQLite::Database& database) {
  for (const char* tables : {coach_tables, hold_tables, profile_columns}) database.exec(tables);
}

constexpr std::array<MigrationStep, 2> steps{create, to_version_2};

}  // namespace

std::span<const MigrationStep> migration_steps() {
  return steps;
}

std::int64_t schema_version() {
  return std::ssize(steps);
}

void migrate(SQLite::Database& database, std::span<const MigrationStep> all) {
  for (auto version = number_of(database, "PRAGMA user_version"); version < std::ssize(all); ++version) {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    all[static_cast<std::size_t>(version)](database);
    database.exec("PRAGMA user_version = " + std::to_string(version + 1));
    transaction.commit();
  }
}

}  // namespace chairhub
