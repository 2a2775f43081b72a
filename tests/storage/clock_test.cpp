// A Pi has no clock of its own: it starts in the past and is set later.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/storage/story.h"

namespace chairhub::clock_test {

using ::testing::SizeIs;

constexpr Millis behind = 26h + 17min + 12s + 345ms;

class ClockTest : public LogStory {
 protected:
  const WallTime really_morning = monday_morning + behind;
};

TEST_F(ClockTest, CorrectsWrittenAndWaitingRows) {
  hub_starts(false);
  sits_down();
  takes(Posture::supported);
  alerts(1);
  commits();
  passes(5min);
  takes(Posture::bent_forward);
  log->append("desk", AlertCleared{1, Cause::static_too_long, now});
  log->append("desk", BreakTaken{now, 6min});
  clock_is_set_by(behind);
  commits();
  EXPECT_EQ(sittings().at(0).start, really_morning);
  EXPECT_EQ(spans().at(0).start, really_morning);
  EXPECT_EQ(spans().at(0).end, really_morning + 5min);
  EXPECT_EQ(spans().at(1).start, really_morning + 5min);
  EXPECT_EQ(logged_alerts().at(0).raised, really_morning);
  EXPECT_EQ(logged_alerts().at(0).since, really_morning - 15min);
  EXPECT_EQ(logged_alerts().at(0).cleared, really_morning + 5min);
  EXPECT_EQ(outbox().at(0).queued, really_morning);
  EXPECT_EQ(events().at(0).at, really_morning + 5min);
}

TEST_F(ClockTest, CorrectsMomentsThatArriveLate) {
  hub_starts(false);
  const Moment before = now;
  passes(2min);
  clock_is_set_by(behind);
  passes(1min);
  log->append("desk", SpanStarted{Posture::slumped, before, ""});
  log->append("desk", SpanEnded{Posture::slumped, before, now});
  log->append("desk", alert_of(1, Cause::bent_forward, now));
  commits();
  EXPECT_EQ(spans().at(0).start, really_morning);
  EXPECT_EQ(spans().at(0).end, really_morning + 3min);
  EXPECT_EQ(logged_alerts().at(0).raised, really_morning + 3min) << "told by the clock as it is now";
}

TEST_F(ClockTest, CorrectsOnlyOnce) {
  hub_starts(false);
  takes(Posture::supported);
  commits();
  clock_is_set_by(behind);
  commits();
  clock_is_set_by(1h);
  commits();
  EXPECT_EQ(spans().at(0).start, really_morning);
  const auto notes = events();
  ASSERT_THAT(notes, SizeIs(2));
  EXPECT_EQ(notes[0].kind, NoteKind::clock_set);
  EXPECT_EQ(notes[0].length, behind);
  EXPECT_EQ(notes[1].kind, NoteKind::clock_jump);
  EXPECT_EQ(notes[1].length, Millis(1h));
}

TEST_F(ClockTest, KeepsMinutesWholeAndEachOfThem) {
  hub_starts(false);
  for (std::uint32_t shifts = 1; shifts <= 30; ++shifts) sits_a_minute(shifts);
  commits();
  clock_is_set_by(behind);
  commits();
  const auto logged = minutes();
  ASSERT_THAT(logged, SizeIs(30));
  for (std::uint32_t i = 0; i < 30; ++i) {
    EXPECT_EQ(logged[i].start, monday_morning + 26h + 17min + i * 1min);
    EXPECT_EQ(logged[i].shifts, i + 1);
  }
}

TEST_F(ClockTest, CorrectsBackwardsToo) {
  hub_starts(false);
  sits_a_minute(1);
  sits_a_minute(2);
  commits();
  clock_is_set_by(-90s);
  commits();
  EXPECT_EQ(minutes().at(0).start, monday_morning - 2min);
  EXPECT_EQ(minutes().at(1).start, monday_morning - 1min);
}

TEST_F(ClockTest, CorrectsTheMinuteInWhichItWasSet) {
  hub_starts(false);
  sits_a_minute();
  passes(30s);
  const WallTime begun = monday_morning + 1min;
  clock_is_set_by(behind);
  log->append("desk", minute_at(begun));
  log->append("desk", minute_at(std::chrono::floor<Minutes>(now.wall)));
  commits();
  const auto logged = minutes();
  ASSERT_THAT(logged, SizeIs(2)) << "both parts of the minute in which the clock was set are one";
  EXPECT_EQ(logged[0].start, monday_morning + 26h + 17min);
  EXPECT_EQ(logged[1].start, monday_morning + 26h + 18min);
  EXPECT_EQ(logged[1].seconds[static_cast<std::size_t>(Posture::supported)], 120);
}

TEST_F(ClockTest, LosesNothingWhereMinutesOfTwoStartsMeet) {
  hub_starts();
  sits_a_minute(1);
  sits_a_minute(2);
  hub_stops();
  machine_boots_again(-2min);  // its clock starts in the past
  hub_starts(false);
  sits_a_minute(4);
  commits();
  ASSERT_THAT(minutes(), SizeIs(2));
  EXPECT_EQ(minutes()[0].shifts, 5U) << "the two minutes cannot be told apart yet";
  clock_is_set_by(1h);
  commits();
  const auto logged = minutes();
  ASSERT_THAT(logged, SizeIs(3));
  EXPECT_EQ(logged[0].shifts, 1U);
  EXPECT_EQ(logged[2].start, monday_morning + 1h);
  EXPECT_EQ(logged[2].shifts, 4U);
}

TEST_F(ClockTest, LeavesOtherBootsAlone) {
  hub_starts(false);
  takes(Posture::supported);
  commits();
  machine_boots_again(1h);
  hub_starts(false);
  takes(Posture::slumped);
  clock_is_set_by(behind);
  commits();
  EXPECT_EQ(spans().at(0).start, monday_morning);
  EXPECT_EQ(spans().at(1).start, monday_morning + 1h + behind);
}

TEST_F(ClockTest, CorrectsEarlierStartsOfTheSameBoot) {
  hub_starts(false);
  takes(Posture::supported);
  commits();
  hub_dies();
  passes(1min);
  hub_starts(false);
  clock_is_set_by(behind);
  commits();
  EXPECT_EQ(spans().at(0).start, really_morning);
}

TEST_F(ClockTest, CorrectsAnEarlierStartWhenTheClockWasSetBetweenTheTwo) {
  hub_starts(false);
  takes(Posture::supported);
  sits_a_minute();
  hub_stops();
  now.wall += behind;
  passes(1min);
  hub_starts(true);
  EXPECT_EQ(spans().at(0).start, really_morning);
  EXPECT_EQ(spans().at(0).end, really_morning + 1min);
  EXPECT_EQ(minutes().at(0).start, monday_morning + 26h + 17min);
}

TEST_F(ClockTest, CorrectsTheEndOfASnooze) {
  hub_starts(false);
  Settings snoozed;
  snoozed.snoozed_until = now.wall + 30min;
  log->save_settings("desk", snoozed, {}, now);
  clock_is_set_by(behind);
  commits();
  EXPECT_EQ(reader().settings("desk", {}).value().settings.snoozed_until, really_morning + 30min);
}

}  // namespace chairhub::clock_test
