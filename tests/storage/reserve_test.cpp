// A little of the disk is kept for the log, for the day when there is none left.

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "hub/storage/reserve.h"
#include "tests/support/temporary_folder.h"

namespace chairhub::reserve_test {

using ::testing::HasSubstr;

constexpr std::uint64_t plenty = least_free_bytes + reserve_bytes;

class ReserveTest : public ::testing::Test {
 protected:
  Result<void> disk_has_left(std::optional<std::uint64_t> bytes) {
    auto given_up = give_up_reserve(database, bytes);
    return given_up ? keep_reserve(database, bytes) : given_up;
  }
  bool is_kept() const { return std::filesystem::exists(reserve); }

  TemporaryFolder folder;
  std::filesystem::path database = folder.path() / "chairhub.db";
  std::filesystem::path reserve = folder.path() / "chairhub.db.reserve";
};

TEST_F(ReserveTest, TakesItsBytesFromTheDiskWhileThereIsPlenty) {
  ASSERT_TRUE(disk_has_left(plenty));
  struct stat taken{};
  ASSERT_EQ(::stat(reserve.c_str(), &taken), 0);
  EXPECT_GE(static_cast<std::uint64_t>(taken.st_blocks) * 512, reserve_bytes);
  EXPECT_EQ(taken.st_mode & 0777U, 0600U);
}

TEST_F(ReserveTest, IsGivenUpOnAFullDiskAndMadeAgainWhenThereIsRoom) {
  ASSERT_TRUE(disk_has_left(plenty));
  ASSERT_TRUE(disk_has_left(reserve_bytes - 1));
  EXPECT_FALSE(is_kept());
  ASSERT_TRUE(disk_has_left(0)) << "there is nothing to give up any more";
  ASSERT_TRUE(disk_has_left(plenty));
  EXPECT_TRUE(is_kept());
}

TEST_F(ReserveTest, StaysAsItIsWhenTheDiskIsNearlyFull) {
  ASSERT_TRUE(disk_has_left(plenty - 1));
  EXPECT_FALSE(is_kept());
  ASSERT_TRUE(disk_has_left(plenty));
  ASSERT_TRUE(disk_has_left(reserve_bytes));
  EXPECT_TRUE(is_kept());
}

TEST_F(ReserveTest, StaysAsItIsWhenNobodyCanTell) {
  ASSERT_TRUE(disk_has_left(std::nullopt));
  EXPECT_FALSE(is_kept());
}

TEST_F(ReserveTest, SaysWhyItCannotBeMade) {
  database = folder.path() / "missing" / "chairhub.db";
  EXPECT_THAT(disk_has_left(plenty).error().message,
              AllOf(HasSubstr("chairhub.db.reserve: the reserve for a full disk cannot be made"),
                    HasSubstr("No such file or directory")));
}

}  // namespace chairhub::reserve_test
