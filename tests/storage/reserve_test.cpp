// A little of the disk is taken while there is plenty, for the day when there is none left.

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "hub/storage/log_files.h"
#include "tests/storage/story.h"

namespace chairhub::reserve_test {

using ::testing::SizeIs;

constexpr std::uint64_t plenty = 1ULL << 30U;
constexpr std::int64_t promised = 4LL << 20U;

class ReserveTest : public LogStory {
 protected:
  void disk_has_left(std::uint64_t bytes) { ASSERT_TRUE(log->settle_reserve(bytes)); }
  std::filesystem::path ahead() const { return files.database.string() + "-wal"; }
  std::int64_t taken() const {
    struct stat known{};
    return ::stat(ahead().c_str(), &known) == 0 ? known.st_blocks * 512 : 0;
  }
  static timespec changed(const std::filesystem::path& file) {
    struct stat known{};
    EXPECT_EQ(::stat(file.c_str(), &known), 0);
    return known.st_ctim;
  }
  // The file system's clock has ticked since `then`.
  void a_tick_passes_since(timespec then) const {
    timespec seen = then;
    while (seen.tv_sec == then.tv_sec && seen.tv_nsec == then.tv_nsec) seen = changed(folder.write("clock", "tick"));
  }
};

TEST_F(ReserveTest, IsTakenFromTheDiskWhileThereIsPlenty) {
  hub_starts();
  disk_has_left(plenty);
  EXPECT_GE(taken(), promised);
  EXPECT_LT(database_bytes(files.database), promised) << "it is not part of the log's size";
}

TEST_F(ReserveTest, IsTakenOnceSoThatNothingIsWrittenToTheCardWhileItIsThere) {
  hub_starts();
  disk_has_left(plenty);
  const timespec then = changed(ahead());
  a_tick_passes_since(then);
  disk_has_left(plenty);
  const timespec later = changed(ahead());
  EXPECT_EQ(later.tv_sec, then.tv_sec);
  EXPECT_EQ(later.tv_nsec, then.tv_nsec);
}

TEST_F(ReserveTest, IsNotTakenFromADiskThatWouldBeNearlyFullWithIt) {
  hub_starts();
  disk_has_left(nearly_full_bytes + promised - 1);
  EXPECT_LT(taken(), promised);
}

TEST_F(ReserveTest, OutlivesAHubWhoseDiskIsNearlyFull) {
  hub_starts();
  disk_has_left(plenty);
  disk_has_left(nearly_full_bytes - 1);
  sits_a_minute();
  hub_stops();
  EXPECT_GE(taken(), promised);
  hub_starts();
  EXPECT_THAT(minutes(), SizeIs(1));
  EXPECT_GE(taken(), promised);
}

TEST_F(ReserveTest, GoesWithAHubWhoseDiskHasPlenty) {
  hub_starts();
  disk_has_left(nearly_full_bytes - 1);
  disk_has_left(plenty);
  hub_stops();
  EXPECT_FALSE(std::filesystem::exists(ahead()));
}

}  // namespace chairhub::reserve_test
