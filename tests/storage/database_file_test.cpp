#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <SQLiteCpp/Database.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/storage/schema.h"
#include "tests/storage/counted_disk.h"
#include "tests/storage/story.h"

namespace chairhub::database_file_test {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::SizeIs;

// The user that nobody gave any rights; root may do everything.
class Nobody {
 public:
  Nobody() { become(65534); }
  ~Nobody() { become(0); }
  Nobody(const Nobody&) = delete;
  Nobody& operator=(const Nobody&) = delete;

 private:
  void become(::uid_t user) const {
    if (is_root_) {
      EXPECT_EQ(::seteuid(user), 0);
    }
  }

  const bool is_root_ = ::getuid() == 0;
};

class DatabaseFileTest : public LogStory {
 protected:
  // Why the log cannot be opened.
  std::string refusal() const {
    const auto opened = Logbook::open(files, {kernel_boot, "1.2.3", now, true, {chair}});
    return opened ? "opened" : opened.error().message;
  }
  std::string reader_refusal() const {
    const auto opened = LogReader::open(files);
    return opened ? "opened" : opened.error().message;
  }
  std::string content() const {
    std::ifstream file(files.database, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  void somebody_sits_for_an_hour() {
    for (int minute = 0; minute < 60; ++minute) {
      takes(minute % 2 == 0 ? Posture::supported : Posture::bent_forward);
      sits_a_minute();
    }
    commits();
  }
};

TEST_F(DatabaseFileTest, BelongsToItsOwnerAlone) {
  hub_starts();
  somebody_sits_for_an_hour();
  for (const char* suffix : {"", "-wal", "-shm"})
    EXPECT_EQ(fs::status(files.database.string() + suffix).permissions(), fs::perms(0600)) << suffix;
}

TEST_F(DatabaseFileTest, IsWrittenAheadWithTheVersionOfThisProgram) {
  hub_starts();
  SQLite::Database database(files.database.string());
  EXPECT_EQ(database.execAndGet("PRAGMA journal_mode").getString(), "wal");
  EXPECT_EQ(database.execAndGet("PRAGMA user_version").getInt(), schema_version());
  EXPECT_EQ(database.execAndGet("PRAGMA page_size").getInt(), 1024);
}

TEST_F(DatabaseFileTest, NamesAMissingFolder) {
  files.database = folder.path() / "nowhere" / "chairhub.db";
  EXPECT_THAT(refusal(), AllOf(HasSubstr("nowhere cannot be used: No such file"), HasSubstr("storage.database")));
}

TEST_F(DatabaseFileTest, NamesAFolderThatCannotBeWritten) {
  const fs::path locked = folder.path() / "locked";
  fs::create_directory(locked);
  fs::permissions(locked, fs::perms(0555));
  fs::permissions(folder.path(), fs::perms(0755));
  files.database = locked / "chairhub.db";
  const Nobody nobody;
  EXPECT_THAT(refusal(), HasSubstr("locked cannot be written by this user"));
}

TEST_F(DatabaseFileTest, CanBeReadWhereNothingCanBeWritten) {
  const fs::path archive = folder.path() / "an archive?";
  fs::create_directory(archive);
  files.database = archive / "chairhub.db";
  hub_starts();
  somebody_sits_for_an_hour();
  hub_stops();
  fs::permissions(folder.path(), fs::perms(0755));
  fs::permissions(files.database, fs::perms(0444));
  fs::permissions(archive, fs::perms(0555));
  {
    const Nobody nobody;
    EXPECT_THAT(minutes(), SizeIs(60));
  }
  fs::permissions(archive, fs::perms(0755));
}

TEST_F(DatabaseFileTest, RefusesAFileThatIsNoDatabase) {
  const std::string letter(4000, 'x');
  std::ofstream(files.database) << letter;
  EXPECT_THAT(refusal(), HasSubstr("is not an SQLite database"));
  EXPECT_THAT(reader_refusal(), HasSubstr("is not an SQLite database"));
  EXPECT_EQ(content(), letter);
}

TEST_F(DatabaseFileTest, RefusesAnotherProgramsDatabase) {
  SQLite::Database(files.database.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("CREATE TABLE bookmarks (url TEXT)");
  const std::string before = content();
  EXPECT_THAT(refusal(), HasSubstr("another program's database"));
  EXPECT_THAT(reader_refusal(), HasSubstr("another program's database"));
  EXPECT_EQ(content(), before);
}

TEST_F(DatabaseFileTest, RefusesANewerOne) {
  hub_starts();
  hub_stops();
  SQLite::Database(files.database.string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 99");
  const std::string before = content();
  EXPECT_THAT(refusal(), HasSubstr("newer chairhub (schema version 99, this one knows up to "));
  EXPECT_THAT(reader_refusal(), HasSubstr("newer chairhub"));
  EXPECT_EQ(content(), before);
}

TEST_F(DatabaseFileTest, SaysThatThereIsNoLogYet) {
  EXPECT_THAT(reader_refusal(), HasSubstr("there is no log yet"));
}

TEST_F(DatabaseFileTest, NamesDamageAndHowToSaveTheRest) {
  hub_starts();
  somebody_sits_for_an_hour();
  hub_stops();
  {
    std::fstream file(files.database, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(1024);
    file << std::string(fs::file_size(files.database) - 1024, '#');
  }
  EXPECT_THAT(refusal(), AllOf(HasSubstr("is damaged"), HasSubstr(".recover")));
  auto reader = LogReader::open(files);
  ASSERT_TRUE(reader);
  const auto read = reader->minutes("desk", ever);
  ASSERT_FALSE(read);
  EXPECT_THAT(read.error().message, HasSubstr("is damaged"));
}

TEST_F(DatabaseFileTest, LosesNothingWhileTheDiskIsFull) {
  CountedDisk disk;
  hub_starts();
  disk.fills_up();
  alerts(1);
  takes(Posture::supported);
  const auto refused = log->commit_if_due(now.steady);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message,
              AllOf(HasSubstr("the disk is full"), HasSubstr("2 rows wait in memory, 0 are lost")));
  EXPECT_EQ(log->next_deadline(), now.steady + 10s);
  EXPECT_TRUE(log->commit_if_due(now.steady + 9s)) << "too early to try again";
  disk.has_room_again();
  EXPECT_TRUE(log->commit_if_due(now.steady + 10s));
  EXPECT_THAT(logged_alerts(), SizeIs(1));
  EXPECT_THAT(spans(), SizeIs(1));
  hub_dies();
}

TEST_F(DatabaseFileTest, CannotBeginOnAFullDisk) {
  CountedDisk disk;
  disk.fills_up();
  EXPECT_THAT(refusal(), HasSubstr("the disk is full"));
  disk.has_room_again();
  EXPECT_EQ(refusal(), "opened");
}

TEST_F(DatabaseFileTest, SaysHowMuchIsLostWhenMemoryIsFullToo) {
  CountedDisk disk;
  hub_starts();
  disk.fills_up();
  for (std::size_t row = 0; row < Batch::most_waiting + 5; ++row) sits_a_minute();
  const auto refused = log->commit();
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("20000 rows wait in memory, 5 are lost"));
  hub_dies();
}

TEST_F(DatabaseFileTest, CanBeReadWhileItIsWritten) {
  hub_starts();
  auto early = reader();
  somebody_sits_for_an_hour();
  EXPECT_THAT(early.minutes("desk", ever).value(), SizeIs(60));
  sits_a_minute();
  commits();
  EXPECT_THAT(early.minutes("desk", ever).value(), SizeIs(61));
}

}  // namespace chairhub::database_file_test
