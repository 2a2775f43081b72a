#include "hub/storage/schema.h"

#include <stdexcept>
#include <vector>

#include <SQLiteCpp/Database.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/storage/story.h"

namespace chairhub::migration_test {

using ::testing::SizeIs;

void add_a_column(SQLite::Database& database) {
  database.exec("ALTER TABLE sittings ADD COLUMN comment TEXT NOT NULL DEFAULT 'from before'");
}
void fail_half_way(SQLite::Database& database) {
  database.exec("DROP TABLE minutes");
  throw std::runtime_error("power cut");
}

// A log of today, met by a program that knows one more version.
class MigrationTest : public LogStory {
 protected:
  MigrationTest() {
    hub_starts();
    sits_down();
    sits_a_minute();
    gets_up();
    hub_stops();
  }

  int version() const { return SQLite::Database(files.database.string()).execAndGet("PRAGMA user_version").getInt(); }
  void migrates_with(MigrationStep step) const {
    SQLite::Database database(files.database.string(), SQLite::OPEN_READWRITE);
    std::vector<MigrationStep> steps(migration_steps().begin(), migration_steps().end());
    steps.push_back(step);
    migrate(database, steps);
  }
};

TEST_F(MigrationTest, TakesTheMissingStepAndKeepsTheRows) {
  migrates_with(add_a_column);
  EXPECT_EQ(version(), schema_version() + 1);
  SQLite::Database database(files.database.string());
  EXPECT_EQ(database.execAndGet("SELECT comment FROM sittings").getString(), "from before");
}

TEST_F(MigrationTest, AnAlertOfVersion1IsNeitherIgnoredNorActedOn) {
  const TemporaryFolder old;
  files = {old.path() / "old.db", {}};
  {
    SQLite::Database database(files.database.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    migrate(database, migration_steps().first(1));
    database.exec(
        "INSERT INTO boots (id, kernel_boot, start_number, version, started_ms, started_steady_ms) "
        "VALUES (1, 'old', 1, '0.9', 0, 0);"
        "INSERT INTO alerts (chair, id, boot, cause, raised_ms, since_ms, minutes, is_repeat, also_due, text, remedy, "
        "exercise_id, exercise_name, exercise_dose, exercise_how, precaution, cleared_ms) "
        "VALUES ('desk', 7, 1, 'bent_forward', 1000, 500, 5, 0, '', '', '', '', '', '', '', '', 2000);"
        "INSERT INTO outbox (chair, alert, boot, queued_ms, state) VALUES ('desk', 7, 1, 1000, 'delivered');");
  }
  hub_starts();
  ASSERT_THAT(logged_alerts(), SizeIs(1));
  EXPECT_FALSE(logged_alerts().front().acted_on);
  EXPECT_THAT(reader().holds("desk", ever).value(), SizeIs(0));
  hub_dies();
}

TEST_F(MigrationTest, AStepThatFailsChangesNothing) {
  EXPECT_THROW(migrates_with(fail_half_way), std::runtime_error);
  EXPECT_EQ(version(), schema_version());
  EXPECT_THAT(minutes(), SizeIs(1));
}

TEST_F(MigrationTest, AlertsOfVersion1HaveNoHint) {
  SQLite::Database database((folder.path() / "old.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  migrate(database, migration_steps().first(1));
  database.exec(
      "INSERT INTO alerts (chair, id, boot, cause, raised_ms, since_ms, minutes, is_repeat, also_due, text, remedy, "
      "exercise_id, exercise_name, exercise_dose, exercise_how, precaution) "
      "VALUES ('desk', 1, 1, 'static_too_long', 2, 1, 15, 0, '', '', '', '', '', '', '', '')");
  migrate(database, migration_steps());
  EXPECT_EQ(database.execAndGet("SELECT hint FROM alerts").getString(), "");
  EXPECT_EQ(database.execAndGet("SELECT count(*) FROM exercise_answers").getInt(), 0);
}

TEST_F(MigrationTest, TakesNoStepTwice) {
  migrates_with(add_a_column);
  EXPECT_NO_THROW(migrates_with(add_a_column));
}

}  // namespace chairhub::migration_test
