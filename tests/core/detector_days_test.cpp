// What outlasts a sitting, from frames to observations: zeros that drift,
// calibrations that do not fit any more, people who take turns.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/core/detector.h"
#include "tests/support/moments.h"

namespace chairhub::detector_days_test {

using namespace std::chrono_literals;
using Counts = std::array<std::int32_t, 6>;

constexpr Counts nobody{0, 0, 0, 0, 0, 0};
constexpr Counts anna{2000, 2000, 1500, 1500, 1500, 1500};
constexpr Counts ben{1000, 1000, 700, 700, 600, 600};
constexpr Counts upright{2300, 2300, 1600, 1600, 0, 0};
constexpr Counts on_a_cushion{1900, 1900, 1700, 1700, 2900, 200};

class DetectorDaysTest : public testing::Test {
 protected:
  DetectorDaysTest() {
    const CountRange range{0, 4095};
    chair.pads = {{"seat_rl", Zone::seat, -0.3, 0.3, range},  {"seat_rr", Zone::seat, 0.3, 0.3, range},
                  {"seat_fl", Zone::seat, -0.5, 0.75, range}, {"seat_fr", Zone::seat, 0.5, 0.75, range},
                  {"back_l", Zone::back, 0, 0.3, range},      {"back_u", Zone::back, 0, 0.8, range}};
    begin({{{"anna"}, calibrated(anna)}, {{"ben"}, calibrated(ben)}});
  }

  Calibration calibrated(const Counts& counts) const {
    Calibration calibration = uncalibrated(chair);
    calibration.made_at = morning().wall;
    calibration.supported = Baseline{};
    for (std::size_t i = 0; i < counts.size(); ++i) calibration.pads[i].supported = counts[i] / 4095.0;
    return calibration;
  }
  void begin(std::vector<ProfileStart> profiles) {
    DetectorStart start;
    start.calibration = profiles.front().calibration.value_or(uncalibrated(chair));
    start.profiles = std::move(profiles);
    detector.emplace(chair, zone, std::move(start));
    sit(nobody, 3min);
  }

  // At 2 Hz, breathing a little.
  void sit(const Counts& counts, Millis how_long) {
    for (Millis passed{0}; passed < how_long; passed += 500ms) {
      now = now + 500ms;
      Frame frame;
      frame.at = now;
      frame.pad_count = 6;
      const auto breath = static_cast<std::int32_t>((now.steady.time_since_epoch() / 1s) % 4) * 15;
      for (std::size_t i = 0; i < counts.size(); ++i)
        frame.pads[i] = {counts[i] > 500 ? counts[i] + breath : counts[i], Signal::ok};
      const Observation& seen = detector->update(frame);
      events.insert(events.end(), seen.events.begin(), seen.events.end());
      was_saved = was_saved || seen.calibration_changed;
    }
  }
  template <class E>
  std::vector<E> seen() const {
    std::vector<E> all;
    for (const Event& event : events)
      if (const E* e = std::get_if<E>(&event)) all.push_back(*e);
    return all;
  }
  std::size_t alerts_of(Cause cause) const {
    const auto alerts = seen<Alert>();
    return static_cast<std::size_t>(
        std::count_if(alerts.begin(), alerts.end(), [cause](const Alert& alert) { return alert.cause == cause; }));
  }
  const std::string& doubt() const { return detector->last().doubt; }

  Chair chair{"desk", "desk", {}};
  FixedOffset zone;
  Moment now = morning();
  std::optional<Detector> detector;
  std::vector<Event> events;
  bool was_saved = false;
};

TEST_F(DetectorDaysTest, NothingIsInDoubtOnAnOrdinaryMorning) {
  sit(anna, 40min);
  sit(upright, 5min);
  sit(nobody, 10min);
  sit(anna, 20min);
  EXPECT_EQ(doubt(), "");
  EXPECT_TRUE(seen<BaselineDoubted>().empty());
  EXPECT_TRUE(seen<ProfileSuggested>().empty());
}

TEST_F(DetectorDaysTest, InAnotherZoneTheDayEndsAtItsMidnight) {
  sit(anna, 10min);
  zone = FixedOffset(zone.midnight_after(now.wall) - now.wall - 5min);
  detector->zone_changed();
  sit(anna, 4min);
  EXPECT_GE(detector->last().times.today, 13min);
  sit(anna, 3min);
  EXPECT_LE(detector->last().times.today, 3min);
}

TEST_F(DetectorDaysTest, SuggestsTheProfileThatFitsOnceASitting) {
  sit(ben, 30min);
  const auto suggested = seen<ProfileSuggested>();
  ASSERT_EQ(suggested.size(), 1U);
  EXPECT_EQ(suggested.front().profile, "ben");
  EXPECT_NE(doubt(), "");
  ASSERT_TRUE(detector->apply(SelectProfile{"ben"}, now));
  sit(ben, 1min);
  EXPECT_EQ(doubt(), "");
  EXPECT_EQ(detector->settings().profile, "ben");
  EXPECT_EQ(detector->last().profile.name, "ben");
  EXPECT_EQ(detector->last().posture, Posture::supported);
}

TEST_F(DetectorDaysTest, SaysWhenItIsNobodyWhoIsKnown) {
  begin({{{"anna"}, calibrated(anna)}});
  sit(ben, 5min);
  ASSERT_EQ(seen<ProfileSuggested>().size(), 1U);
  EXPECT_EQ(seen<ProfileSuggested>().front().profile, "");
  sit(nobody, 1min);
  EXPECT_EQ(doubt(), "") << "they have gone";
}

TEST_F(DetectorDaysTest, AnUnknownProfileIsRefusedAndChangesNothing) {
  const auto refused = detector->apply(SelectProfile{"eve"}, now);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, testing::HasSubstr("anna, ben"));
  EXPECT_EQ(detector->profile().name, "anna");
}

TEST_F(DetectorDaysTest, AnOldCalibrationHoldsPostureAlertsAndNoOthers) {
  Calibration old = calibrated(anna);
  old.made_at = now.wall - std::chrono::days(31);
  begin({{{"anna"}, old}});
  sit(anna, 2min);
  EXPECT_THAT(doubt(), testing::HasSubstr("31 days old"));
  sit(upright, 70min);
  EXPECT_EQ(alerts_of(Cause::unsupported_upright), 0U);
  EXPECT_EQ(detector->last().held.at(static_cast<std::size_t>(Cause::unsupported_upright)), Held::baseline_moved);
  EXPECT_GE(alerts_of(Cause::sitting_too_long), 1U);
  EXPECT_EQ(seen<BaselineDoubted>().size(), 1U) << "told once";
}

TEST_F(DetectorDaysTest, WhatHangsOverTheBackrestPutsTheSupportInDoubtUntilItHasGone) {
  sit(anna, 10min);
  const Counts coat{0, 0, 0, 0, 200, 300};
  sit(coat, 5min);
  EXPECT_EQ(doubt(), "") << "nobody minds while nobody sits there";
  sit(anna, 5min);
  EXPECT_THAT(doubt(), testing::HasSubstr("the backrest carries"));
  sit(nobody, 5min);
  EXPECT_EQ(doubt(), "");
  EXPECT_EQ(seen<BaselineDoubted>().size(), 2U);
  EXPECT_NEAR(detector->calibration().pads[5].zero, 0, 1) << "a coat is never learned";
}

TEST_F(DetectorDaysTest, ACushionIsNoticedAfterSeveralSittingsAndForgivenWhenItHasGone) {
  for (int sitting = 0; sitting < 3; ++sitting) {
    EXPECT_EQ(doubt(), "");
    sit(on_a_cushion, 10min);
    sit(nobody, 5min);
  }
  EXPECT_THAT(doubt(), testing::HasSubstr("as with a cushion added"));
  sit(anna, 10min);
  EXPECT_EQ(doubt(), "");
}

TEST_F(DetectorDaysTest, CreepIsNoDoubt) {
  for (int sitting = 0; sitting < 4; ++sitting) {
    for (int decade = 0; decade < 5; ++decade) {
      Counts crept = anna;
      for (std::int32_t& counts : crept) counts += counts * decade / 20;
      sit(crept, 8min);
    }
    sit(nobody, 6min);
  }
  EXPECT_TRUE(seen<BaselineDoubted>().empty());
  EXPECT_TRUE(seen<ProfileSuggested>().empty());
}

TEST_F(DetectorDaysTest, AZeroThatHasMovedIsToldAndSaved) {
  for (std::int32_t drift = 0; drift <= 60; drift += 10) sit({drift, drift, drift, drift, drift, drift}, 20min);
  EXPECT_EQ(seen<ZeroMoved>().size(), 6U);
  EXPECT_TRUE(was_saved);
  EXPECT_EQ(detector->calibration().made_at, morning().wall) << "how the person sits is no younger for it";
}

TEST_F(DetectorDaysTest, InAWheelchairWeightShiftsCountAndNobodyIsToldToGetUp) {
  begin({{{"anna", ProfileKind::wheelchair}, calibrated(anna)}});
  for (int quarter = 0; quarter < 10; ++quarter) {
    sit(anna, 10min);
    sit({900, 2600, 700, 2100, 1500, 1500}, 20s);
  }
  EXPECT_TRUE(seen<Alert>().empty());
  EXPECT_EQ(seen<Shifted>().size(), 10U);
  sit(anna, 16min);
  ASSERT_EQ(seen<Alert>().size(), 1U);
  EXPECT_EQ(seen<Alert>().front().cause, Cause::static_too_long);
}

}  // namespace chairhub::detector_days_test
