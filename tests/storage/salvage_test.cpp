// A log that a card has damaged: what can be read goes on, the damaged file stays.

#include "hub/storage/salvage.h"

#include <filesystem>
#include <fstream>

#include <SQLiteCpp/Database.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/storage/story.h"

namespace chairhub::salvage_test {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::Ge;
using ::testing::HasSubstr;
using ::testing::Lt;
using ::testing::SizeIs;

constexpr std::size_t page = 1024;

class SalvageTest : public LogStory {
 protected:
  void SetUp() override {
    hub_starts();
    for (int day = 0; day < 3; ++day) {
      alerts(static_cast<std::uint64_t>(day) + 1);
      for (int minute = 0; minute < 240; ++minute) sits_a_minute();
      passes(20h);
    }
    hub_stops();
    pages = fs::file_size(files.database) / page;
  }
  void overwrite(std::size_t from_page, std::size_t count, char with) const {
    std::fstream file(files.database, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(from_page * page));
    file << std::string(count * page, with);
  }
  std::optional<Salvage> starts_again() {
    auto salvaged = salvage_if_damaged(files.database);
    EXPECT_TRUE(salvaged) << salvaged.error().message;
    hub_starts();
    return salvaged ? *salvaged : std::nullopt;
  }

  std::size_t pages = 0;
};

TEST_F(SalvageTest, ASoundLogIsLeftAlone) {
  EXPECT_FALSE(starts_again());
  EXPECT_THAT(minutes(), SizeIs(720));
}

TEST_F(SalvageTest, ThereIsNothingToSaveWhereThereIsNoLog) {
  fs::remove(files.database);
  EXPECT_FALSE(starts_again());
}

TEST_F(SalvageTest, SomebodyElsesFileIsLeftAlone) {
  std::ofstream(files.database) << std::string(4000, 'x');
  const auto found = salvage_if_damaged(files.database);
  ASSERT_TRUE(found);
  EXPECT_FALSE(*found);
}

TEST_F(SalvageTest, OnlyWhatLiesAroundTheDamageIsMissing) {
  overwrite(pages / 2, 2, '#');
  const auto salvage = starts_again();
  ASSERT_TRUE(salvage);
  EXPECT_THAT(minutes(), SizeIs(AllOf(Ge(360U), Lt(720U))));
  EXPECT_THAT(logged_alerts(), SizeIs(3));
  EXPECT_TRUE(fs::exists(salvage->kept));
  EXPECT_THAT(salvage->in_words(), AllOf(HasSubstr("rows were saved"), HasSubstr("chairhub.db.damaged-1")));
}

TEST_F(SalvageTest, WhatWasSavedIsSound) {
  overwrite(pages / 2, 2, '#');
  starts_again();
  hub_stops();
  EXPECT_FALSE(starts_again());
}

TEST_F(SalvageTest, NoPageOfTheFileCanKeepTheHubFromStarting) {
  const auto whole = folder.path() / "whole";
  fs::copy_file(files.database, whole);
  for (std::size_t at = 0; at < pages; at += at < 8 ? 1 : 17) {  // the first ones hold the schema
    fs::copy_file(whole, files.database, fs::copy_options::overwrite_existing);
    overwrite(at, 1, '\0');
    ASSERT_NO_THROW(starts_again()) << "page " << at;
    hub_stops();
    for (const auto& file : fs::directory_iterator(folder.path()))
      if (file.path() != whole) fs::remove(file.path());
  }
}

// The list of tables takes some pages of its own.
TEST_F(SalvageTest, WhereTheListOfTablesIsDamagedTheOthersAreSaved) {
  const auto last = [&] {
    SQLite::Database file(files.database.string());
    return file.execAndGet("SELECT max(pageno) FROM dbstat WHERE name = 'sqlite_schema'").getUInt();
  }();
  overwrite(last - 1, 1, '#');
  ASSERT_TRUE(starts_again());
  EXPECT_THAT(minutes(), SizeIs(720));
  EXPECT_THAT(logged_alerts(), SizeIs(3));
}

TEST_F(SalvageTest, AHalfWrittenFileIsSavedAsFarAsItGoes) {
  fs::resize_file(files.database, pages / 2 * page);
  EXPECT_TRUE(starts_again());
}

TEST_F(SalvageTest, DamagedFilesDoNotReplaceOneAnother) {
  overwrite(pages / 2, 2, '#');
  starts_again();
  hub_stops();
  overwrite(fs::file_size(files.database) / page / 2, 2, '#');
  const auto second = starts_again();
  ASSERT_TRUE(second);
  EXPECT_EQ(second->kept, files.database.string() + ".damaged-2");
  EXPECT_TRUE(fs::exists(files.database.string() + ".damaged-1"));
}

TEST_F(SalvageTest, APowerCutBetweenTheLastStepsLosesNothing) {
  fs::rename(files.database, files.database.string() + ".salvaged");
  starts_again();
  EXPECT_THAT(minutes(), SizeIs(720));
}

}  // namespace chairhub::salvage_test
