// A copy of the log, taken while the hub writes it, and put back.

#include "hub/storage/backup.h"

#include <filesystem>
#include <fstream>

#include <SQLiteCpp/Database.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/storage/story.h"

namespace chairhub::backup_test {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::SizeIs;

class BackupTest : public LogStory {
 protected:
  const fs::path copy = folder.path() / "copy.db";

  void sits_for(int minutes_long) {
    for (int minute = 0; minute < minutes_long; ++minute) sits_a_minute();
    commits();
  }
  std::vector<Minute> minutes_in(const fs::path& file) const {
    auto log_in_it = LogReader::open({file, {}});
    EXPECT_TRUE(log_in_it) << log_in_it.error().message;
    return log_in_it ? log_in_it->minutes("desk", ever).value() : std::vector<Minute>{};
  }
};

TEST_F(BackupTest, HoldsWhatWasWrittenWhileTheHubGoesOn) {
  hub_starts();
  sits_for(5);
  ASSERT_TRUE(back_up(files.database, copy));
  sits_for(3);
  EXPECT_THAT(minutes_in(copy), SizeIs(5));
  EXPECT_THAT(minutes(), SizeIs(8));
}

TEST_F(BackupTest, IsOneFileThatBelongsToItsOwnerAlone) {
  hub_starts();
  sits_for(5);
  ASSERT_TRUE(back_up(files.database, copy));
  EXPECT_EQ(fs::status(copy).permissions(), fs::perms(0600));
  for (const char* beside : {"-wal", "-shm", ".new"}) EXPECT_FALSE(fs::exists(copy.string() + beside)) << beside;
}

TEST_F(BackupTest, NeverReplacesAFile) {
  hub_starts();
  std::ofstream(copy) << "dear";
  const auto refused = back_up(files.database, copy);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("is there already"));
  EXPECT_EQ(folder.read("copy.db"), "dear");
}

TEST_F(BackupTest, OfADamagedLogIsNotMade) {
  hub_starts();
  sits_for(60);
  hub_stops();
  {
    std::fstream file(files.database, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(4096);
    file << std::string(4096, '#');
  }
  const auto refused = back_up(files.database, copy);
  ASSERT_FALSE(refused);
  EXPECT_FALSE(fs::exists(copy));
  EXPECT_FALSE(fs::exists(copy.string() + ".new"));
}

TEST_F(BackupTest, IsPutBackAndTheLogThatWasThereIsKept) {
  hub_starts();
  sits_for(5);
  ASSERT_TRUE(back_up(files.database, copy));
  sits_for(3);
  hub_stops();
  const auto kept = restore(files.database, copy);
  ASSERT_TRUE(kept) << kept.error().message;
  EXPECT_EQ(*kept, files.database.string() + ".replaced-1");
  EXPECT_THAT(minutes_in(files.database), SizeIs(5));
  EXPECT_THAT(minutes_in(*kept), SizeIs(8));
  hub_starts();
  sits_for(1);
  EXPECT_THAT(minutes(), SizeIs(6));
}

TEST_F(BackupTest, IsNotPutBackUnderARunningHub) {
  hub_starts();
  sits_for(5);
  ASSERT_TRUE(back_up(files.database, copy));
  const auto refused = restore(files.database, copy);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("stop it first"));
  EXPECT_THAT(minutes(), SizeIs(5));
}

TEST_F(BackupTest, IsPutWhereThereIsNoLogYet) {
  hub_starts();
  sits_for(5);
  ASSERT_TRUE(back_up(files.database, copy));
  hub_stops();
  fs::remove(files.database);
  ASSERT_TRUE(restore(files.database, copy));
  EXPECT_THAT(minutes_in(files.database), SizeIs(5));
}

TEST_F(BackupTest, ThatIsNoneIsRefused) {
  std::ofstream(copy) << std::string(4000, 'x');
  const auto refused = restore(files.database, copy);
  ASSERT_FALSE(refused);
  EXPECT_FALSE(fs::exists(files.database));
}

}  // namespace chairhub::backup_test
