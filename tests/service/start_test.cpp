#include "hub/service/start.h"

#include <functional>

#include <gtest/gtest.h>

#include "hub/storage/logbook.h"
#include "tests/support/moments.h"
#include "tests/support/temporary_folder.h"

namespace chairhub::start_test {

using namespace std::chrono_literals;

class StartTest : public testing::Test {
 protected:
  StartTest() {
    config.chair = {
        "desk", "desk", {{"left", Zone::seat, -0.3, 0.5, {0, 4095}}, {"right", Zone::seat, 0.3, 0.5, {0, 4095}}}};
  }

  // A run that logs and ends.
  void live(const std::function<void(Logbook&)>& life) {
    auto logbook = Logbook::open(files(), {"boot", "1", morning(), true, {config.chair}});
    ASSERT_TRUE(logbook) << logbook.error().message;
    life(*logbook);
    ASSERT_TRUE(logbook->close(morning() + 2h));
  }
  DetectorStart start(WallTime now, const std::optional<Calibration>& from_file = std::nullopt) {
    auto reader = LogReader::open(files());
    EXPECT_TRUE(reader) << reader.error().message;
    auto made = detector_start(*reader, config, from_file, zone, now);
    EXPECT_TRUE(made) << made.error().message;
    return *made;
  }
  LogFiles files() const { return {folder.path() / "log.db", {}}; }
  Calibration calibration(WallTime made_at, double zero) const {
    Calibration made = uncalibrated(config.chair);
    made.made_at = made_at;
    made.pads[0].zero = zero;
    return made;
  }

  TemporaryFolder folder;
  ChairConfig config;
  FixedOffset zone;
};

TEST_F(StartTest, TheCoachKnowsWhatItSaidAndWasAnswered) {
  live([](Logbook& logbook) {
    Alert alert;
    alert.id = 1;
    alert.cause = Cause::bent_forward;
    alert.raised = morning();
    alert.since = morning();
    alert.advice.exercise_id = "back_extension";
    alert.advice.hint = "Raise the screen.";
    logbook.append("desk", alert);
    logbook.append("desk", ExerciseAnswered{"back_extension", ExerciseAnswer::skip, morning() + 1min});
  });
  const CoachResume coach = start(morning().wall + 24h).coach;
  ASSERT_EQ(coach.offers.size(), 1U);
  EXPECT_EQ(coach.offers[0].cause, Cause::bent_forward);
  EXPECT_EQ(coach.offers[0].exercise, "back_extension");
  EXPECT_TRUE(coach.offers[0].hinted);
  ASSERT_EQ(coach.answers.size(), 1U);
  EXPECT_EQ(coach.answers[0].answer, ExerciseAnswer::skip);
  EXPECT_TRUE(start(morning().wall + std::chrono::days(15)).coach.offers.empty()) << "that is long ago";
}

TEST_F(StartTest, TheMorningIsNotForgotten) {
  live([](Logbook& logbook) {
    logbook.append("desk", SittingStarted{morning()});
    logbook.append("desk", SittingEnded{morning(), morning() + 45min, 10});
  });
  const DetectorStart resumed = start(morning().wall + 46min);
  EXPECT_EQ(resumed.sittings.today, 45min);
  EXPECT_EQ(resumed.sittings.session, 45min);
  EXPECT_EQ(resumed.sittings.away_since, morning().wall + 45min);
}

TEST_F(StartTest, SettingsChangedAtRunTimeHold) {
  live([this](Logbook& logbook) {
    Settings settings;
    settings.thresholds.static_warn_min = 20;
    logbook.save_settings("desk", settings, config.defaults, morning());
  });
  EXPECT_EQ(start(morning().wall).settings.thresholds.static_warn_min, 20);
}

TEST_F(StartTest, TheNewerCalibrationHolds) {
  live([this](Logbook& logbook) { logbook.save_calibration("desk", "default", calibration(morning().wall, 11)); });
  EXPECT_EQ(start(morning().wall).calibration.pads[0].zero, 11);
  EXPECT_EQ(start(morning().wall, calibration(morning().wall + 1h, 22)).calibration.pads[0].zero, 22);
  EXPECT_EQ(start(morning().wall, calibration(morning().wall - 1h, 33)).calibration.pads[0].zero, 11);
}

TEST_F(StartTest, PastAlertsAreNotForgotten) {
  live([](Logbook& logbook) {
    Alert alert;
    alert.id = 7;
    alert.cause = Cause::bent_forward;
    alert.raised = alert.since = morning();
    logbook.append("desk", alert);
    logbook.append("desk", AlertCleared{7, Cause::bent_forward, morning() + 2min, true});
  });
  const auto past = start(morning().wall + 5min).alerts.alerts;
  ASSERT_EQ(past.size(), 1u);
  EXPECT_EQ(past.front().cause, Cause::bent_forward);
  EXPECT_EQ(past.front().raised, morning().wall);
  EXPECT_EQ(past.front().acted_on, true);
}

TEST_F(StartTest, AlertIdsGoOn) {
  live([](Logbook& logbook) {
    Alert alert;
    alert.id = 7;
    alert.raised = alert.since = morning();
    logbook.append("desk", alert);
  });
  EXPECT_EQ(start(morning().wall).last_alert_id, 7u);
}

}  // namespace chairhub::start_test
