// The whole of core, from frames to observations.

#include "hub/core/detector.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/moments.h"

namespace chairhub::detector_test {

using namespace std::chrono_literals;

class DetectorTest : public testing::Test {
 protected:
  DetectorTest() : chair{"desk", "desk", {}} {
    const CountRange range{0, 4095};
    chair.pads = {{"seat_rl", Zone::seat, -0.3, 0.3, range},  {"seat_rr", Zone::seat, 0.3, 0.3, range},
                  {"seat_fl", Zone::seat, -0.5, 0.75, range}, {"seat_fr", Zone::seat, 0.5, 0.75, range},
                  {"back_l", Zone::back, -0.3, 0.4, range},   {"back_r", Zone::back, 0.3, 0.4, range}};
    begin({});
  }

  void begin(DetectorStart start) {
    if (start.calibration.pads.empty()) start.calibration = uncalibrated(chair);
    detector.emplace(chair, zone, std::move(start));
  }

  // Counts of the six pads for a while, at 10 Hz, breathing a little.
  void hold(std::array<std::int32_t, 6> counts, Millis how_long) {
    for (Millis passed{0}; passed < how_long; passed += 100ms) {
      now = now + 100ms;
      Frame frame;
      frame.at = now;
      frame.pad_count = 6;
      const std::int32_t breath = static_cast<std::int32_t>((now.steady.time_since_epoch() / 1s) % 4) * 15;
      for (std::size_t i = 0; i < 6; ++i) frame.pads[i] = {counts[i] > 0 ? counts[i] + breath : 0, Signal::ok};
      keep(detector->update(frame));
    }
  }
  void leave(Millis how_long) { hold({0, 0, 0, 0, 0, 0}, how_long); }
  void lean_back(Millis how_long) { hold({2000, 2000, 1500, 1500, 1500, 1500}, how_long); }
  void sit_upright(Millis how_long) { hold({2300, 2300, 1600, 1600, 0, 0}, how_long); }
  void lose_every_pad(Millis how_long) {
    for (Millis passed{0}; passed < how_long; passed += 100ms) {
      now = now + 100ms;
      Frame frame;
      frame.at = now;
      frame.pad_count = 6;
      keep(detector->update(frame));
    }
  }
  void fall_silent(Millis how_long) { now = now + how_long; }

  void keep(const Observation& observation) {
    events.insert(events.end(), observation.events.begin(), observation.events.end());
  }
  template <class E>
  std::vector<E> seen() const {
    std::vector<E> all;
    for (const Event& event : events)
      if (const E* e = std::get_if<E>(&event)) all.push_back(*e);
    return all;
  }
  const Observation& last() const { return detector->last(); }

  Chair chair;
  FixedOffset zone;
  Moment now = morning();
  std::optional<Detector> detector;
  std::vector<Event> events;
};

TEST_F(DetectorTest, TellsAnEmptyChairFromSomebodySupportedAndUnsupported) {
  leave(5s);
  EXPECT_EQ(last().posture, Posture::empty);
  lean_back(10s);
  EXPECT_EQ(last().posture, Posture::supported);
  EXPECT_EQ(last().supported, true);
  sit_upright(10s);
  EXPECT_EQ(last().posture, Posture::unsupported_upright);
  EXPECT_EQ(last().supported, false);
}

TEST_F(DetectorTest, SpansFollowEachOtherWithoutAGap) {
  leave(5s);
  lean_back(1min);
  sit_upright(1min);
  leave(1min);
  const auto ended = seen<SpanEnded>();
  ASSERT_GE(ended.size(), 3u);
  for (std::size_t i = 1; i < ended.size(); ++i) EXPECT_EQ(ended[i].start, ended[i - 1].end);
}

TEST_F(DetectorTest, EverySpanSaysWhy) {
  lean_back(1min);
  sit_upright(1min);
  const auto spans = seen<SpanStarted>();
  ASSERT_GE(spans.size(), 2u);
  for (const SpanStarted& span : spans) EXPECT_NE(span.why, "") << to_string(span.posture);
}

TEST_F(DetectorTest, AnAlertCarriesItsEvidenceAndAdvice) {
  sit_upright(12min);
  const auto alerts = seen<Alert>();
  ASSERT_EQ(alerts.size(), 1u);
  EXPECT_EQ(alerts.front().cause, Cause::unsupported_upright);
  EXPECT_EQ(alerts.front().id, 1u);
  ASSERT_FALSE(alerts.front().evidence.empty());
  EXPECT_EQ(alerts.front().evidence.front().limit, 10);
  EXPECT_FALSE(alerts.front().advice.remedy.empty());
  EXPECT_NE(alerts.front().text.find("10 min"), std::string::npos);
}

TEST_F(DetectorTest, AlertsAreToldInTheLanguageThatIsSet) {
  ASSERT_TRUE(detector->apply(SetLanguage{Language::german}, now));
  sit_upright(12min);
  ASSERT_EQ(seen<Alert>().size(), 1u);
  EXPECT_EQ(seen<Alert>().front().text, "Du sitzt seit 10 Minuten aufrecht, ohne dich anzulehnen (Grenze: 10).");
}

TEST_F(DetectorTest, AnAnswerToAnExerciseIsToldWithTheNextTick) {
  sit_upright(12min);
  ASSERT_EQ(seen<Alert>().size(), 1u);
  const std::uint64_t before = detector->settings_revision();
  ASSERT_TRUE(detector->apply(AnswerExercise{"", ExerciseAnswer::hurts}, now));
  sit_upright(2s);
  const auto answered = seen<ExerciseAnswered>();
  ASSERT_EQ(answered.size(), 1u);
  EXPECT_EQ(answered.front().exercise, seen<Alert>().front().advice.exercise_id);
  EXPECT_GT(detector->settings_revision(), before);
  EXPECT_EQ(detector->settings().retired_exercises.count(answered.front().exercise), 1u);
  ASSERT_TRUE(detector->apply(RestoreExercise{answered.front().exercise}, now));
  EXPECT_FALSE(detector->apply(AnswerExercise{"push_up", ExerciseAnswer::done}, now));
}

TEST_F(DetectorTest, AnAnswerJustBeforeTheEndIsToldToo) {
  lean_back(5s);
  ASSERT_TRUE(detector->apply(AnswerExercise{"side_bend", ExerciseAnswer::done}, now));
  keep(detector->stop());
  EXPECT_EQ(seen<ExerciseAnswered>().size(), 1u);
}

TEST_F(DetectorTest, AlertIdsGoOnAfterARestart) {
  DetectorStart start;
  start.last_alert_id = 41;
  begin(std::move(start));
  sit_upright(12min);
  EXPECT_EQ(seen<Alert>().front().id, 42u);
}

TEST_F(DetectorTest, AShortSilenceDoesNotEndASitting) {
  lean_back(5min);
  fall_silent(16s);
  lean_back(5min);
  EXPECT_TRUE(seen<SittingEnded>().empty());
}

TEST_F(DetectorTest, ALongSilenceEndsTheSittingWhereItBegan) {
  lean_back(5min);
  const Moment last_known = last().at;
  fall_silent(10min);
  lean_back(5s);
  ASSERT_EQ(seen<SittingEnded>().size(), 1u);
  EXPECT_EQ(seen<SittingEnded>().front().end, last_known);
  EXPECT_LT(last().times.today, 6min) << "nothing is counted that nobody saw";
}

TEST_F(DetectorTest, NoAlertComesFromDeadSensors) {
  lean_back(1min);
  lose_every_pad(2h);
  EXPECT_TRUE(seen<Alert>().empty());
  EXPECT_EQ(seen<PadStatusChanged>().size(), 6u);
}

TEST_F(DetectorTest, PausingEndsWhatIsOpenAndJudgesNothing) {
  lean_back(5min);
  ASSERT_TRUE(detector->apply(SetPaused{true}, now));
  events.clear();
  sit_upright(30min);
  EXPECT_EQ(seen<SittingEnded>().size(), 1u);
  EXPECT_TRUE(seen<Alert>().empty());
  EXPECT_TRUE(seen<SpanStarted>().empty());
  EXPECT_TRUE(seen<Minute>().size() <= 1u) << "only the minute that was begun";
}

TEST_F(DetectorTest, ASnoozeEndsByItselfAndSaysSo) {
  leave(1s);
  ASSERT_TRUE(detector->apply(Snooze{15min}, now));
  const auto revision = detector->settings_revision();
  EXPECT_TRUE(detector->settings().snoozed_until);
  leave(16min);
  EXPECT_FALSE(detector->settings().snoozed_until);
  EXPECT_GT(detector->settings_revision(), revision);
}

TEST_F(DetectorTest, AMeetingThatNobodyEndsIsOverAfterAWhileAndSaysSo) {
  ASSERT_TRUE(detector->apply(SetThreshold{"meeting_max_min", 15}, now));
  ASSERT_TRUE(detector->apply(SetMeeting{true}, now));
  EXPECT_EQ(detector->settings().meeting_until, now.wall + 15min);
  const auto revision = detector->settings_revision();
  leave(16min);
  EXPECT_FALSE(detector->settings().meeting);
  EXPECT_GT(detector->settings_revision(), revision);
}

TEST_F(DetectorTest, QuietHoursGoByTheClockOnTheWall) {
  ASSERT_TRUE(detector->apply(SetQuietHours{QuietHours{8h, 9h}}, now));
  sit_upright(12min);
  EXPECT_TRUE(seen<Alert>().empty());
  EXPECT_EQ(last().held[static_cast<std::size_t>(Cause::unsupported_upright)], Held::quiet_hours);
}

TEST_F(DetectorTest, TellsWhatHeldAnAlertBackUntilThePauseEndsIt) {
  ASSERT_TRUE(detector->apply(SetAlerts{false}, now));
  sit_upright(12min);
  ASSERT_EQ(seen<HeldChanged>().size(), 1u);
  EXPECT_EQ(seen<HeldChanged>().front().held, Held::alerts_off);
  ASSERT_TRUE(detector->apply(SetPaused{true}, now));
  sit_upright(1min);
  ASSERT_EQ(seen<HeldChanged>().size(), 2u);
  EXPECT_EQ(seen<HeldChanged>().back().held, Held::not_due);
}

TEST_F(DetectorTest, SaysWhatIsDueNextAndItComesThen) {
  sit_upright(5min);
  ASSERT_TRUE(last().next_due);
  EXPECT_EQ(last().next_due->cause, Cause::unsupported_upright);
  const Millis in = last().next_due->in;
  sit_upright(in - 1s);
  EXPECT_TRUE(seen<Alert>().empty());
  sit_upright(2s);
  EXPECT_EQ(seen<Alert>().size(), 1u);
}

TEST_F(DetectorTest, APauseClearsNoAlert) {
  sit_upright(12min);
  ASSERT_EQ(seen<Alert>().size(), 1u);
  ASSERT_TRUE(detector->apply(SetPaused{true}, now));
  sit_upright(1min);
  ASSERT_TRUE(detector->apply(SetPaused{false}, now));
  sit_upright(5min);
  EXPECT_TRUE(seen<AlertCleared>().empty()) << "nobody knows whether it was acted on";
}

TEST_F(DetectorTest, SnoozingUntilTomorrowEndsAtLocalMidnight) {
  leave(1s);
  ASSERT_TRUE(detector->apply(SnoozeUntilTomorrow{}, now));
  EXPECT_EQ(detector->settings().snoozed_until, zone.midnight_after(now.wall));
}

TEST_F(DetectorTest, RefusesTareWhileSomebodySits) {
  lean_back(10s);
  const auto refused = detector->apply(Tare{}, now);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("empty"), std::string::npos);
}

TEST_F(DetectorTest, TareTakesTheZeroOfTheEmptyChair) {
  hold({60, 60, 60, 60, 0, 0}, 5s);
  ASSERT_TRUE(detector->apply(Tare{}, now));
  hold({60, 60, 60, 60, 0, 0}, 5s);
  EXPECT_GT(detector->calibration().pads[0].zero, 50);
}

TEST_F(DetectorTest, RefusesSettingsThatAreNotAllowed) {
  EXPECT_FALSE(detector->apply(SetQuietHours{QuietHours{7h, 7h}}, now));
  EXPECT_TRUE(detector->apply(SetQuietHours{QuietHours{22h, 7h}}, now));
  EXPECT_TRUE(detector->apply(SetQuietHours{std::nullopt}, now));
  EXPECT_FALSE(detector->apply(SetThreshold{"sit_alert_min", 5}, now));
  EXPECT_TRUE(detector->apply(SetThreshold{"sit_alert_min", 30}, now));
  EXPECT_EQ(detector->settings().thresholds.sit_alert_min, 30);
}

TEST_F(DetectorTest, StoppingEndsWhatIsOpen) {
  lean_back(5min);
  events.clear();
  keep(detector->stop());
  EXPECT_EQ(seen<SpanEnded>().size(), 1u);
  EXPECT_EQ(seen<SittingEnded>().size(), 1u);
}

TEST_F(DetectorTest, TheSameFramesGiveTheSameDay) {
  const auto play = [this] {
    now = morning();
    events.clear();
    begin({});
    leave(10s);
    lean_back(10min);
    sit_upright(15min);
    leave(6min);
    return std::pair(seen<SpanEnded>().size(), seen<Alert>().size());
  };
  EXPECT_EQ(play(), play());
}

}  // namespace chairhub::detector_test
