// A disk that is nearly full takes the least dear rows first.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/storage/log_files.h"
#include "tests/storage/story.h"

namespace chairhub::room_test {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class RoomTest : public LogStory {
 protected:
  void works_for_days(int days) {
    for (int day = 0; day < days; ++day) {
      sits_down();
      alerts(static_cast<std::uint64_t>(day) + 1);
      for (int minute = 0; minute < 300; ++minute) sits_a_minute();
      gets_up();
      commits();
      passes(19h);
    }
  }
  std::string room_is_made(std::uint64_t free = full_bytes - 1) { return log->make_room(now.wall, free).value(); }
};

TEST_F(RoomTest, MinutesGoFirstAndTheOldestOfThem) {
  hub_starts();
  works_for_days(5);
  const WallTime first = minutes().front().start;
  EXPECT_EQ(room_is_made(), "minutes");
  EXPECT_THAT(minutes(), SizeIs(1000));
  EXPECT_GT(minutes().front().start, first);
  EXPECT_THAT(logged_alerts(), SizeIs(5));
  EXPECT_THAT(sittings(), SizeIs(5));
}

TEST_F(RoomTest, SittingsAndAlertsGoLast) {
  hub_starts();
  works_for_days(3);
  std::vector<std::string> order;
  for (std::string table = room_is_made(); !table.empty(); table = room_is_made())
    if (order.empty() || order.back() != table) order.push_back(table);
  EXPECT_EQ(order.front(), "minutes");
  ASSERT_GE(order.size(), 3U);
  EXPECT_EQ(order[order.size() - 2], "sittings");
  EXPECT_EQ(order.back(), "alerts");
}

TEST_F(RoomTest, OnlyMinutesGoWhileTheDiskIsNearlyFull) {
  hub_starts();
  works_for_days(3);
  while (!room_is_made(full_bytes).empty()) continue;
  EXPECT_THAT(minutes(), SizeIs(300)) << "of the last day";
  EXPECT_THAT(sittings(), SizeIs(3));
  EXPECT_EQ(room_is_made(full_bytes - 1), "sittings") << "there are no spans";
}

TEST_F(RoomTest, NothingGoesWhileThereIsEnough) {
  hub_starts();
  works_for_days(3);
  EXPECT_THAT(room_is_made(nearly_full_bytes), IsEmpty());
}

TEST_F(RoomTest, TheLastDayStays) {
  hub_starts();
  works_for_days(1);
  now = now + (-15h);
  EXPECT_THAT(room_is_made(), IsEmpty());
  EXPECT_THAT(minutes(), SizeIs(300));
}

TEST_F(RoomTest, NothingIsDeletedByAClockThatIsNotSet) {
  hub_starts(false);
  works_for_days(3);
  EXPECT_THAT(room_is_made(), IsEmpty());
}

TEST_F(RoomTest, NothingMoreGoesOnceTheFileHasRoomInside) {
  hub_starts();
  log->note("", {now, NoteKind::hub, "", std::string(1'200'000, 'x'), std::nullopt});
  works_for_days(3);
  while (!room_is_made().empty()) continue;
  EXPECT_THAT(minutes(), SizeIs(300)) << "of the last day";
  EXPECT_THAT(sittings(), SizeIs(3));
}

}  // namespace chairhub::room_test
