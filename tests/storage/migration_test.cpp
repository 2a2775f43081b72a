#include "hub/storage/schema.h"

#include <array>
#include <stdexcept>

#include <SQLiteCpp/Database.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/storage/story.h"

namespace chairhub {
namespace {

using ::testing::SizeIs;

void add_a_column(SQLite::Database& database) {
  database.exec("ALTER TABLE sittings ADD COLUMN comment TEXT NOT NULL DEFAULT 'from version 1'");
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
    migrate(database, std::array{migration_steps()[0], step});
  }
};

TEST_F(MigrationTest, TakesTheMissingStepAndKeepsTheRows) {
  migrates_with(add_a_column);
  EXPECT_EQ(version(), 2);
  SQLite::Database database(files.database.string());
  EXPECT_EQ(database.execAndGet("SELECT comment FROM sittings").getString(), "from version 1");
}

TEST_F(MigrationTest, AStepThatFailsChangesNothing) {
  EXPECT_THROW(migrates_with(fail_half_way), std::runtime_error);
  EXPECT_EQ(version(), 1);
  EXPECT_THAT(minutes(), SizeIs(1));
}

TEST_F(MigrationTest, TakesNoStepTwice) {
  migrates_with(add_a_column);
  EXPECT_NO_THROW(migrates_with(add_a_column));
}

}  // namespace
}  // namespace chairhub
