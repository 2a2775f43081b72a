// Settings, calibrations and the number of the last alert: what a hub goes on
// from after a restart.

#include <SQLiteCpp/Database.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/storage/story.h"

namespace chairhub::kept_state_test {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class KeptStateTest : public LogStory {
 protected:
  KeptStateTest() { hub_starts(); }

  RestoredSettings settings(const Settings& defaults = {}) const { return reader().settings("desk", defaults).value(); }
  void somebody_writes_by_hand(const std::string& sql) {
    SQLite::Database(files.database.string(), SQLite::OPEN_READWRITE).exec(sql);
  }
};

TEST_F(KeptStateTest, RestoresWhatTheOwnerChanged) {
  Settings changed;
  changed.alerts = false;
  changed.paused = true;
  changed.snoozed_until = monday_morning + 1h;
  changed.snoozed_for = 60min;
  changed.cause_on[static_cast<std::size_t>(Cause::asymmetric)] = true;
  changed.thresholds.static_warn_min = 12.5;
  log->save_settings("desk", changed, {}, now);
  hub_stops();
  const auto restored = settings();
  EXPECT_THAT(restored.refused, IsEmpty());
  EXPECT_FALSE(restored.settings.alerts);
  EXPECT_TRUE(restored.settings.paused);
  EXPECT_EQ(restored.settings.snoozed_until, monday_morning + 1h);
  EXPECT_EQ(restored.settings.snoozed_for, 60min);
  EXPECT_EQ(restored.settings.cause_on, changed.cause_on);
  EXPECT_EQ(restored.settings.thresholds.static_warn_min, 12.5);
}

TEST_F(KeptStateTest, MeetingQuietHoursAndProfileOutliveARestart) {
  Settings changed;
  changed.meeting = true;
  changed.meeting_until = monday_morning + 1h;
  changed.quiet_hours = QuietHours{Minutes(22 * 60), Minutes(7 * 60)};
  changed.profile = "ben";
  changed.language = Language::german;
  changed.retired_exercises = {"back_extension", "side_bend"};
  log->save_settings("desk", changed, {}, now);
  hub_stops();
  const auto restored = settings();
  EXPECT_THAT(restored.refused, ElementsAre());
  EXPECT_TRUE(restored.settings.meeting);
  EXPECT_EQ(restored.settings.meeting_until, changed.meeting_until);
  EXPECT_EQ(restored.settings.quiet_hours, changed.quiet_hours);
  EXPECT_EQ(restored.settings.profile, "ben");
  EXPECT_EQ(restored.settings.language, Language::german);
  EXPECT_EQ(restored.settings.retired_exercises, changed.retired_exercises);
}

TEST_F(KeptStateTest, WhatNobodyChangedFollowsTheConfiguration) {
  Settings changed;
  changed.thresholds.static_warn_min = 12;
  log->save_settings("desk", changed, {}, now);
  commits();
  Settings configured;
  configured.thresholds.forward_warn_min = 7;
  configured.thresholds.static_warn_min = 20;
  EXPECT_EQ(settings(configured).settings.thresholds.forward_warn_min, 7);
  EXPECT_EQ(settings(configured).settings.thresholds.static_warn_min, 12);
}

TEST_F(KeptStateTest, AChangeTakenBackFollowsTheConfigurationAgain) {
  Settings changed;
  changed.thresholds.static_warn_min = 12;
  log->save_settings("desk", changed, {}, now);
  log->save_settings("desk", {}, {}, now);
  commits();
  Settings configured;
  configured.thresholds.static_warn_min = 20;
  EXPECT_EQ(settings(configured).settings.thresholds.static_warn_min, 20);
}

TEST_F(KeptStateTest, EndedSnoozesAreGone) {
  Settings snoozed;
  snoozed.snoozed_until = monday_morning + 1h;
  log->save_settings("desk", snoozed, {}, now);
  log->save_settings("desk", {}, {}, now);
  commits();
  EXPECT_EQ(settings().settings.snoozed_until, std::nullopt);
}

TEST_F(KeptStateTest, SaysWhichStoredSettingsAreNotAllowed) {
  somebody_writes_by_hand(
      "INSERT INTO settings (chair, key, value, changed_ms, boot) VALUES ('desk', 'alerts', 'maybe', 0, 1), "
      "('desk', 'static_warn_min', '-3', 0, 1), ('desk', 'forward_warn_min', 'soon', 0, 1)");
  const auto restored = settings();
  EXPECT_THAT(restored.refused, ElementsAre(HasSubstr("alerts = \"maybe\""), HasSubstr("forward_warn_min"),
                                            HasSubstr("static_warn_min")));
  EXPECT_TRUE(restored.settings.alerts);
  EXPECT_EQ(restored.settings.thresholds.static_warn_min, Thresholds{}.static_warn_min);
}

TEST_F(KeptStateTest, RestoresTheLatestCalibration) {
  log->save_calibration("desk", "default", uncalibrated(chair));
  Calibration latest;
  latest.pads = {{10, 900, 1.5, 0.4}, {12, -800, 0, 0.5}, {9, 700, 2, std::nullopt}};
  latest.supported = Baseline{0.9, 0.3, -0.01, 0.2};
  latest.made_at = now.wall;
  log->save_calibration("desk", "default", latest);
  hub_stops();
  const auto restored = reader().calibration(chair, "default").value();
  ASSERT_TRUE(restored);
  EXPECT_EQ(restored->made_at, now.wall);
  ASSERT_TRUE(restored->has_person());
  EXPECT_EQ(restored->supported->front_back, 0.2);
  ASSERT_EQ(restored->pads.size(), 3U);
  EXPECT_EQ(restored->pads[1].span, -800);
  EXPECT_EQ(restored->pads[0].supported, 0.4);
  EXPECT_EQ(restored->pads[2].supported, std::nullopt);
}

TEST_F(KeptStateTest, KeepsTheCalibrationOfEachProfile) {
  Calibration annas = uncalibrated(chair);
  annas.upright = UprightLevel{1.2, 1.1};
  Calibration bens = uncalibrated(chair);
  bens.pads[0].zero = 12;
  log->save_calibration("desk", "anna", annas);
  log->save_calibration("desk", "ben", bens);
  commits();
  EXPECT_EQ(reader().calibration(chair, "anna").value()->upright, annas.upright);
  EXPECT_EQ(reader().calibration(chair, "ben").value()->pads[0].zero, 12);
  EXPECT_EQ(reader().calibration(chair, "ben").value()->upright, std::nullopt);
  EXPECT_FALSE(reader().calibration(chair, "default").value());
}

TEST_F(KeptStateTest, ACalibrationThatFollowsADriftIsNoNewOne) {
  Calibration drifting = uncalibrated(chair);
  drifting.made_at = now.wall;
  for (const double zero : {10.0, 11.0, 12.0}) {
    drifting.pads[0].zero = zero;
    log->save_calibration("desk", "default", drifting);
  }
  commits();
  EXPECT_EQ(reader().calibration(chair, "default").value()->pads[0].zero, 12);
  SQLite::Database database(files.database.string());
  EXPECT_EQ(database.execAndGet("SELECT count(*) FROM calibrations").getInt(), 1);
  EXPECT_EQ(database.execAndGet("SELECT count(*) FROM calibration_pads").getInt(), 3);
}

TEST_F(KeptStateTest, FindsPadsByTheirNames) {
  Calibration made = uncalibrated(chair);
  made.pads[0].zero = 77;
  log->save_calibration("desk", "default", made);
  commits();
  std::swap(chair.pads[0], chair.pads[2]);
  EXPECT_EQ(reader().calibration(chair, "default").value()->pads[2].zero, 77);
  chair.pads[1].name = "seat_middle";
  const auto refused = reader().calibration(chair, "default");
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("knows no pad \"seat_middle\"; calibrate again"));
}

TEST_F(KeptStateTest, HasNoCalibrationAtFirst) {
  EXPECT_FALSE(reader().calibration(chair, "default").value());
}

TEST_F(KeptStateTest, RemembersTheLastAlertsNumber) {
  EXPECT_EQ(reader().last_alert_id("desk").value(), 0U);
  alerts(5);
  commits();
  EXPECT_EQ(reader().last_alert_id("desk").value(), 5U);
}

TEST_F(KeptStateTest, ListsItsChairs) {
  const auto chairs = reader().chairs().value();
  ASSERT_EQ(chairs.size(), 1U);
  EXPECT_EQ(chairs[0].id, "desk");
  EXPECT_EQ(chairs[0].name, "Desk");
}

}  // namespace chairhub::kept_state_test
