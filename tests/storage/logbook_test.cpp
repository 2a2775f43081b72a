#include "hub/storage/logbook.h"

#include <stdexcept>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/storage/story.h"

namespace chairhub::logbook_test {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class LogbookTest : public LogStory {
 protected:
  LogbookTest() { hub_starts(); }

  // What the storage thread does when it wakes up.
  void wakes_up() { ASSERT_TRUE(log->commit_if_due(now.steady)); }
};

TEST_F(LogbookTest, KeepsAPostureFromItsStartToItsEnd) {
  takes(Posture::supported);
  passes(7min);
  takes(Posture::bent_forward);
  commits();
  const auto logged = spans();
  ASSERT_THAT(logged, SizeIs(2));
  EXPECT_EQ(logged[0].posture, Posture::supported);
  EXPECT_EQ(logged[0].start, monday_morning);
  EXPECT_EQ(logged[0].end, monday_morning + 7min);
  EXPECT_FALSE(logged[0].is_open);
  EXPECT_EQ(logged[0].why, "back 0.25 of baseline");
  EXPECT_EQ(logged[1].posture, Posture::bent_forward);
  EXPECT_TRUE(logged[1].is_open);
}

TEST_F(LogbookTest, KeepsASpanWhoseStartItNeverSaw) {
  log->append("desk", SpanEnded{Posture::slumped, now, now + 2min});
  log->append("desk", SittingEnded{now, now + 3min, 4});
  commits();
  EXPECT_EQ(spans().at(0).end, monday_morning + 2min);
  EXPECT_EQ(sittings().at(0).end, monday_morning + 3min);
}

TEST_F(LogbookTest, KeepsSittingsWithTheirShifts) {
  sits_down();
  passes(42min);
  gets_up(9);
  commits();
  const auto logged = sittings();
  ASSERT_THAT(logged, SizeIs(1));
  EXPECT_EQ(logged[0].start, monday_morning);
  EXPECT_EQ(logged[0].end, monday_morning + 42min);
  EXPECT_EQ(logged[0].shifts, 9U);
}

TEST_F(LogbookTest, KeepsAllThatAnAlertSaid) {
  const Alert said = alert_of(1, Cause::bent_forward, now);
  log->append("desk", said);
  log->append("desk", AlertCleared{1, Cause::bent_forward, now + 4min});
  commits();
  const auto logged = logged_alerts();
  ASSERT_THAT(logged, SizeIs(1));
  const Alert again = as_alert(logged[0]);
  EXPECT_EQ(again.id, said.id);
  EXPECT_EQ(again.cause, said.cause);
  EXPECT_EQ(again.raised.wall, said.raised.wall);
  EXPECT_EQ(again.since.wall, said.since.wall);
  EXPECT_EQ(again.minutes, said.minutes);
  EXPECT_EQ(again.is_repeat, said.is_repeat);
  EXPECT_EQ(again.also_due, said.also_due);
  EXPECT_EQ(again.text, said.text);
  EXPECT_EQ(again.advice.remedy, said.advice.remedy);
  EXPECT_EQ(again.advice.exercise_how, said.advice.exercise_how);
  EXPECT_EQ(again.advice.precaution, said.advice.precaution);
  EXPECT_EQ(again.advice.hint, said.advice.hint);
  ASSERT_THAT(again.evidence, SizeIs(2));
  EXPECT_EQ(again.evidence[0].name, "static_warn_min");
  EXPECT_EQ(again.evidence[0].value, 15.25);
  EXPECT_EQ(again.evidence[0].limit, 15);
  EXPECT_EQ(again.evidence[1].limit, std::nullopt);
  EXPECT_EQ(logged[0].cleared, now.wall + 4min);
}

TEST_F(LogbookTest, KeepsMinutesToAThousandth) {
  sits_a_minute(3);
  commits();
  const auto logged = minutes();
  ASSERT_THAT(logged, SizeIs(1));
  EXPECT_EQ(logged[0].start, monday_morning);
  EXPECT_EQ(logged[0].shifts, 3U);
  EXPECT_EQ(logged[0].seconds[static_cast<std::size_t>(Posture::supported)], 60);
  EXPECT_DOUBLE_EQ(logged[0].seat_total.max, 1.207);
  EXPECT_DOUBLE_EQ(logged[0].back_share.mean, 0.203);
  EXPECT_DOUBLE_EQ(logged[0].front_back.min, -0.311);
}

TEST_F(LogbookTest, AddsUpTwoPartsOfAMinute) {
  Minute first = minute_at(monday_morning, 1);
  first.seconds[static_cast<std::size_t>(Posture::supported)] = 15;
  Minute second = minute_at(monday_morning, 2);
  second.seconds[static_cast<std::size_t>(Posture::supported)] = 45;
  second.seat_total = {0.5, 0.534, 2};
  log->append("desk", first);
  log->append("desk", second);
  commits();
  const auto logged = minutes();
  ASSERT_THAT(logged, SizeIs(1));
  EXPECT_EQ(logged[0].shifts, 3U);
  EXPECT_EQ(logged[0].seconds[static_cast<std::size_t>(Posture::supported)], 60);
  EXPECT_DOUBLE_EQ(logged[0].seat_total.min, 0.5);
  EXPECT_DOUBLE_EQ(logged[0].seat_total.mean, 0.634);
  EXPECT_DOUBLE_EQ(logged[0].seat_total.max, 2);
}

TEST_F(LogbookTest, NotesBreaksPadsAndCommands) {
  log->append("desk", BreakTaken{now, 6min});
  PadStatusChanged stuck{1, PadStatus::ok, {PadStatus::stuck, "has read 812 for an hour", 1, now + 1min}};
  log->append("desk", stuck);
  log->append("desk", Shifted{now, true});
  log->note("desk", {now + 2min, NoteKind::command, "snooze", "30 min", std::nullopt});
  log->note("", {now + 3min, NoteKind::hub, "", "broker lost", std::nullopt});
  commits();
  const auto logged = events();
  ASSERT_THAT(logged, SizeIs(4));
  EXPECT_EQ(logged[0].kind, NoteKind::taken_break);
  EXPECT_EQ(logged[0].at, monday_morning);
  EXPECT_EQ(logged[0].length, Millis(6min));
  EXPECT_EQ(logged[1].subject, "seat_right");
  EXPECT_EQ(logged[1].text, "ok -> stuck: has read 812 for an hour");
  EXPECT_EQ(logged[2].text, "30 min");
  EXPECT_EQ(logged[3].chair, "");
}

TEST_F(LogbookTest, WritesAlertsAtOnce) {
  alerts(1);
  wakes_up();
  EXPECT_THAT(logged_alerts(), SizeIs(1));
  EXPECT_EQ(log->next_deadline(), std::nullopt);
}

TEST_F(LogbookTest, WritesOtherRowsAfterThreeSeconds) {
  takes(Posture::supported);
  wakes_up();
  EXPECT_EQ(log->next_deadline(), now.steady + 3s);
  passes(2999ms);
  wakes_up();
  EXPECT_THAT(spans(), IsEmpty());
  passes(1ms);
  wakes_up();
  EXPECT_THAT(spans(), SizeIs(1));
}

TEST_F(LogbookTest, RefusesAChairItDoesNotServe) {
  EXPECT_THROW(log->append("sofa", SittingStarted{now}), std::invalid_argument);
  EXPECT_THROW(log->save_settings("sofa", {}, {}, now), std::invalid_argument);
}

TEST_F(LogbookTest, RefusesAnAlertIdThatDoesNotRise) {
  alerts(7);
  hub_stops();
  hub_starts();
  EXPECT_THROW(alerts(7), std::invalid_argument);
  EXPECT_NO_THROW(alerts(8));
}

TEST_F(LogbookTest, KeepsChairsApart) {
  Chair sofa = desk_chair();
  sofa.id = "sofa";
  log.reset();
  log.emplace(Logbook::open(files, {kernel_boot, "1.2.3", now, true, {chair, sofa}}).value());
  log->append("desk", SpanStarted{Posture::supported, now, ""});
  log->append("sofa", SpanStarted{Posture::slumped, now + 1min, ""});
  log->append("desk", SpanEnded{Posture::supported, now, now + 5min});
  log->append("desk", alert_of(1, Cause::bent_forward, now));
  log->append("sofa", alert_of(1, Cause::bent_forward, now));
  log->acknowledged("sofa", 1);
  commits();
  EXPECT_EQ(spans().at(0).end, monday_morning + 5min);
  const auto on_sofa = reader().spans("sofa", ever).value();
  ASSERT_THAT(on_sofa, SizeIs(1));
  EXPECT_TRUE(on_sofa[0].is_open);
  ASSERT_THAT(outbox(), SizeIs(1));
  EXPECT_EQ(outbox()[0].chair, "desk");
}

TEST_F(LogbookTest, JumpsOfTheClockMakeNothingLongerOrShorter) {
  sits_down();
  takes(Posture::supported);
  passes(10min);
  clock_is_set_by(-3h);
  passes(10min);
  takes(Posture::empty);
  gets_up();
  commits();
  EXPECT_EQ(sittings().at(0).end - sittings().at(0).start, 20min);
  EXPECT_EQ(spans().at(0).start, monday_morning - 3h + 20min);
  EXPECT_EQ(spans().at(1).end - spans().at(1).start, 20min);
}

}  // namespace chairhub::logbook_test
