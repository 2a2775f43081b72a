#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/storage/heartbeat.h"
#include "tests/storage/story.h"

namespace chairhub::recovery_test {

using ::testing::SizeIs;

class RecoveryTest : public LogStory {
 protected:
  void somebody_sits_when_the_hub_dies() {
    hub_starts();
    sits_down();
    takes(Posture::supported);
    sits_a_minute(1);
    sits_a_minute(2);
    commits();
    passes(23s);
    heart_beats();
    passes(3s);
    hub_dies();
  }
  void heart_beats() { ASSERT_TRUE(Heartbeat(files.heartbeat, log->run()).beat_if_due(now)); }
};

TEST_F(RecoveryTest, EndsWhatIsOpenAtTheLastHeartbeat) {
  somebody_sits_when_the_hub_dies();
  passes(1h);
  hub_starts();
  EXPECT_FALSE(spans().at(0).is_open);
  EXPECT_EQ(spans().at(0).end, monday_morning + 2min + 23s);
  EXPECT_EQ(sittings().at(0).end, monday_morning + 2min + 23s);
  EXPECT_EQ(sittings().at(0).shifts, 3U);
}

TEST_F(RecoveryTest, EndsItAtTheLatestRowWhenTheHeartbeatIsGone) {
  somebody_sits_when_the_hub_dies();
  std::filesystem::remove(files.heartbeat);
  machine_boots_again(1h);
  hub_starts();
  EXPECT_EQ(spans().at(0).end, monday_morning + 2min);
  EXPECT_EQ(sittings().at(0).end, monday_morning + 2min);
}

TEST_F(RecoveryTest, IgnoresAnotherStartsHeartbeat) {
  somebody_sits_when_the_hub_dies();
  passes(1h);
  ASSERT_TRUE(Heartbeat(files.heartbeat, "boot-1/7").beat(now));
  hub_starts();
  EXPECT_EQ(spans().at(0).end, monday_morning + 2min);
}

TEST_F(RecoveryTest, NeverEndsSomethingBeforeItsStart) {
  hub_starts();
  heart_beats();
  passes(4s);
  takes(Posture::bent_forward);
  commits();
  hub_dies();
  hub_starts();
  EXPECT_EQ(spans().at(0).start, monday_morning + 4s);
  EXPECT_EQ(spans().at(0).end, monday_morning + 4s);
}

TEST_F(RecoveryTest, ReadersSeeOpenRowsUntilTheLastHeartbeat) {
  somebody_sits_when_the_hub_dies();
  ASSERT_THAT(sittings(), SizeIs(1));
  EXPECT_TRUE(sittings()[0].is_open);
  EXPECT_EQ(sittings()[0].end, monday_morning + 2min + 23s);
  EXPECT_EQ(sittings()[0].shifts, 3U);
}

TEST_F(RecoveryTest, ACleanStopEndsWhatIsOpenAtOnce) {
  hub_starts();
  sits_down();
  takes(Posture::supported);
  passes(5min);
  hub_stops();
  EXPECT_FALSE(spans().at(0).is_open);
  EXPECT_EQ(spans().at(0).end, monday_morning + 5min);
  passes(1h);
  hub_starts();
  EXPECT_EQ(sittings().at(0).end, monday_morning + 5min);
}

TEST_F(RecoveryTest, CountsTheStartsOfAKernelBoot) {
  hub_starts();
  EXPECT_EQ(log->run(), "boot-1/1");
  hub_starts();
  EXPECT_EQ(log->run(), "boot-1/2");
  machine_boots_again(1min);
  hub_starts();
  EXPECT_EQ(log->run(), "boot-1+/1");
}

TEST(HeartbeatTest, BeatsEveryFiveSeconds) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "alive";
  const Moment now = morning();
  Heartbeat heart(file, "boot-1/1");
  EXPECT_EQ(heart.next_deadline(), std::nullopt);
  ASSERT_TRUE(heart.beat_if_due(now));
  EXPECT_EQ(Heartbeat::last_beat(file, "boot-1/1"), now.wall);
  EXPECT_EQ(heart.next_deadline(), now.steady + 5s);
  ASSERT_TRUE(heart.beat_if_due(now + 4s));
  EXPECT_EQ(Heartbeat::last_beat(file, "boot-1/1"), now.wall);
  ASSERT_TRUE(heart.beat_if_due(now + 5s));
  EXPECT_EQ(Heartbeat::last_beat(file, "boot-1/1"), now.wall + 5s);
}

TEST(HeartbeatTest, IsUnknownWhenTheFileIsAbsentOrDamaged) {
  const TemporaryFolder folder;
  EXPECT_EQ(Heartbeat::last_beat("", "boot-1/1"), std::nullopt);
  EXPECT_EQ(Heartbeat::last_beat(folder.path() / "alive", "boot-1/1"), std::nullopt);
  EXPECT_EQ(Heartbeat::last_beat(folder.write("torn", "boot-1/1 "), "boot-1/1"), std::nullopt);
}

TEST(HeartbeatTest, SaysWhereItCannotBeWritten) {
  const TemporaryFolder folder;
  Heartbeat heart(folder.path() / "nowhere" / "alive", "boot-1/1");
  const auto beat = heart.beat(morning());
  ASSERT_FALSE(beat);
  EXPECT_THAT(beat.error().message, ::testing::HasSubstr("storage.heartbeat"));
}

}  // namespace chairhub::recovery_test
