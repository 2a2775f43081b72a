// An SD card wears with what is written to it: a working day must cost less
// than 2 MiB.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/storage/counted_disk.h"
#include "tests/storage/story.h"
#include "tests/storage/working_day.h"

namespace chairhub::disk_budget_test {

using ::testing::Lt;
using ::testing::SizeIs;

constexpr std::int64_t budget = 2 * 1024 * 1024;

class DiskBudgetTest : public LogStory {
 protected:
  void somebody_works_for(int days) {
    for (int day = 0; day < days; ++day) {
      last_alert_ = WorkingDay(*log, last_alert_).play(now);
      passes(24h);
    }
  }
  void deletes_what_is_older_than_two_days() {
    while (log->retain(now.wall, {std::chrono::days(2), std::chrono::days(2)}).value()) {
    }
  }

  CountedDisk disk;

 private:
  std::uint64_t last_alert_ = 0;
};

TEST_F(DiskBudgetTest, ADayOfWorkIsAsLargeAsItIsMeantToBe) {
  hub_starts();
  somebody_works_for(1);
  EXPECT_THAT(minutes(), SizeIs(486));
  EXPECT_THAT(spans(), SizeIs(207));
  EXPECT_THAT(logged_alerts(), SizeIs(12));
  hub_stops();
}

TEST_F(DiskBudgetTest, TheFirstDayCostsLessThanTwoMebibytes) {
  hub_starts();
  somebody_works_for(1);
  hub_stops();
  RecordProperty("bytes", std::to_string(disk.bytes_written()));
  EXPECT_THAT(disk.bytes_written(), Lt(budget));
}

TEST_F(DiskBudgetTest, ADayOnWhichAnOldOneIsDeletedCostsNoMore) {
  hub_starts();
  somebody_works_for(3);
  deletes_what_is_older_than_two_days();
  const auto before = disk.bytes_written();
  somebody_works_for(1);
  deletes_what_is_older_than_two_days();
  EXPECT_THAT(disk.bytes_written() - before, Lt(budget));
  hub_stops();
}

}  // namespace chairhub::disk_budget_test
