#include "hub/mqtt/payloads.h"

#include <limits>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "hub/core/thresholds.h"
#include "tests/mqtt/golden.h"
#include "tests/mqtt/samples.h"

namespace chairhub::payloads_test {

using Json = nlohmann::json;
using ::testing::IsSupersetOf;

std::set<std::string> keys(const std::string& payload) {
  std::set<std::string> out;
  const Json json = Json::parse(payload);
  for (const auto& [key, value] : json.items()) out.insert(key);
  return out;
}

Diag with_dead_pad() {
  Diag diag = healthy();
  diag.pads[1] = {.status = PadStatus::dead, .reason = "never moves", .times = 1, .since = morning()};
  return diag;
}

TEST(StatePayload, IsAsApproved) {
  expect_golden("state.json", state_payload(bent_over(), true));
}
TEST(AlertPayload, IsAsApproved) {
  expect_golden("alert.json", alert_payload(bent_alert(4711, {}), true));
}
TEST(DiagPayload, IsAsApproved) {
  expect_golden("diag.json", diag_payload(desk_chair(), with_dead_pad()));
}

TEST(StatePayload, HasTheSameKeysWhenNothingIsKnown) {
  EXPECT_EQ(keys(unknown_state_payload()), keys(state_payload(bent_over(), true)));
  const Json json = Json::parse(unknown_state_payload());
  for (const auto& [key, value] : json.items()) EXPECT_TRUE(value.is_null()) << key;
}

TEST(StatePayload, CountsOnlyWholeMinutes) {
  const Json json = Json::parse(state_payload(bent_over(), true));
  EXPECT_EQ(json["sitting_today_min"], 214);
  EXPECT_EQ(json["static_min"], 0);
  EXPECT_TRUE(json["sitting_today_min"].is_number_integer());
}

TEST(StatePayload, LeavesSupportedOpenWhereItCannotBeKnown) {
  Observation seen = bent_over();
  seen.supported.reset();
  EXPECT_TRUE(Json::parse(state_payload(seen, true))["supported"].is_null());
}

TEST(StatePayload, TellsNoTimeOfDayWhileTheClockIsNotSet) {
  const Json json = Json::parse(state_payload(bent_over(), false));
  EXPECT_TRUE(json["posture_since"].is_null());
  EXPECT_TRUE(json["last_break"].is_null());
  EXPECT_EQ(json["session_min"], 38);
}

TEST(StatePayload, NeverHoldsANumberThatIsNone) {
  Observation seen = bent_over();
  seen.times.shifts_per_hour = std::numeric_limits<double>::quiet_NaN();
  seen.times.supported_share = std::numeric_limits<double>::infinity();
  const Json json = Json::parse(state_payload(seen, true));
  EXPECT_TRUE(json["shifts_per_hour"].is_null());
  EXPECT_TRUE(json["supported_share_pct"].is_null());
}

TEST(StatePayload, SpeaksOfEveryPosture) {
  for (Posture posture : {Posture::empty, Posture::object, Posture::slumped, Posture::unknown}) {
    Observation seen = bent_over();
    seen.posture = posture;
    EXPECT_EQ(Json::parse(state_payload(seen, true))["posture"], std::string(to_string(posture)));
  }
}

TEST(SettingsPayload, HoldsEverySwitchAndThreshold) {
  Settings settings;
  settings.thresholds.static_warn_min = 7.5;
  settings.snoozed_until = morning().wall + Minutes{30};
  const Json json = Json::parse(settings_payload(settings, true));
  for (const ThresholdInfo& info : threshold_table()) EXPECT_TRUE(json[std::string(info.key)].is_number()) << info.key;
  for (Cause cause : all_causes) EXPECT_EQ(json[std::string(to_string(cause))], cause != Cause::asymmetric);
  EXPECT_EQ(json["alerts"], true);
  EXPECT_EQ(json["paused"], false);
  EXPECT_EQ(json["static_warn_min"], 7.5);
  EXPECT_EQ(json["forward_warn_min"].dump(), "5") << "a whole number has no decimals";
  EXPECT_EQ(json["snoozed_until"], "2026-03-02T08:30:00+00:00");
  EXPECT_TRUE(Json::parse(settings_payload(settings, false))["snoozed_until"].is_null());
}

TEST(SettingsPayload, SaysAsWhatASnoozeWasAskedFor) {
  Settings settings;
  EXPECT_EQ(snooze_word(settings), "off");
  settings.snoozed_until = morning().wall + Minutes{30};
  EXPECT_EQ(snooze_word(settings), "until tomorrow");
  settings.snoozed_for = Minutes{30};
  EXPECT_EQ(snooze_word(settings), "30 minutes");
  settings.snoozed_for = Minutes{7};
  EXPECT_EQ(snooze_word(settings), "other");
}

TEST(PadsPayload, SaysNullWhereNothingIsRead) {
  const std::vector<PadReading> readings = {{812, Signal::ok}, {0, Signal::missing}, {3, Signal::ok}};
  EXPECT_EQ(pads_payload(desk_chair(), readings), R"({"seat_left":812,"seat_right":null,"back_lower":3})");
}

TEST(DiagPayload, SaysWhichPadIsFaultyAndWhy) {
  const Json json = Json::parse(diag_payload(desk_chair(), with_dead_pad()));
  EXPECT_EQ(json["fault"], true);
  EXPECT_EQ(json["faults"], (Json{{"seat_right", "never moves"}}));
}

TEST(DiagPayload, KeepsFaultsAnObjectWhenThereAreNone) {
  const Json json = Json::parse(diag_payload(desk_chair(), healthy()));
  EXPECT_EQ(json["fault"], false);
  EXPECT_EQ(json["faults"], Json::object());
}

TEST(DiagPayload, TellsASilentKitAndTextThatIsNotUtf8) {
  Diag diag = healthy();
  diag.kit_fault = "no answer from /dev/i2c-1 \xff";
  const Json json = Json::parse(diag_payload(desk_chair(), diag));
  EXPECT_EQ(json["fault"], true);
  EXPECT_TRUE(json["faults"].contains("no frames"));
}

TEST(Sensing, NeedsFramesAndOneSeatPad) {
  EXPECT_TRUE(is_sensing(desk_chair(), healthy()));
  EXPECT_TRUE(is_sensing(desk_chair(), with_dead_pad()));
  Diag diag = with_dead_pad();
  diag.pads[0].status = PadStatus::missing;
  EXPECT_FALSE(is_sensing(desk_chair(), diag)) << "the back alone says nothing";
  diag = healthy();
  diag.kit_fault = "no frames for 5 s";
  EXPECT_FALSE(is_sensing(desk_chair(), diag));
  EXPECT_FALSE(is_sensing(desk_chair(), Diag{})) << "before the first frame";
}

TEST(AlertPayload, SaysNullForWhatIsNotThere) {
  Alert alert;
  alert.minutes = std::numeric_limits<double>::infinity();
  const Json json = Json::parse(alert_payload(alert, false));
  for (const char* key : {"since", "raised", "minutes", "remedy", "exercise"}) EXPECT_TRUE(json[key].is_null()) << key;
  EXPECT_EQ(json["evidence"], Json::array());
  EXPECT_EQ(keys(alert_payload(alert, false)), keys(alert_payload(bent_alert(1, {}), true)));
}

}  // namespace chairhub::payloads_test
