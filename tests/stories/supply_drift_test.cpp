// What a supply that sags and rises does to a day. A converter with a reference
// of its own reads the pads' supply with them: all counts of a pad move alike.
// One whose reference is that supply (MCP3008) never sees it.

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <numbers>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/stories/day.h"

namespace chairhub::supply_drift_test {

// The supply as a part of its nominal value, at a time of the day.
using Supply = std::function<double(Millis)>;

// What somebody would notice of a day.
struct Noticed {
  std::vector<Posture> postures;  // with each frame
  std::vector<std::string> alerts;
  int pad_news = 0;
  int doubts = 0;
};

void keep(const Observation& seen, Noticed& noticed) {
  noticed.postures.push_back(seen.posture);
  for (const Event& event : seen.events) {
    if (const auto* alert = std::get_if<Alert>(&event)) noticed.alerts.emplace_back(to_string(alert->cause));
    if (std::holds_alternative<PadStatusChanged>(event)) ++noticed.pad_news;
    if (std::holds_alternative<BaselineDoubted>(event)) ++noticed.doubts;
  }
}

// Calibrated at the nominal supply.
Noticed live(const std::string& scenario, const Supply& supply) {
  Day day(scenario);
  const Calibration calibration = day.calibrate();
  Noticed noticed;
  Millis begin{};
  day.spend(
      calibration,
      [&](Frame& frame) {
        if (begin == Millis{}) begin = frame.at.steady.time_since_epoch();
        const double part = supply(frame.at.steady.time_since_epoch() - begin);
        for (std::size_t pad = 0; pad < frame.pad_count; ++pad)
          frame.pads[pad].counts = static_cast<std::int32_t>(std::lround(part * frame.pads[pad].counts));
      },
      [&](const Observation& seen) { keep(seen, noticed); });
  return noticed;
}

// How much of the day was told to be another posture.
double told_otherwise(const Noticed& one, const Noticed& other) {
  if (one.postures.size() != other.postures.size()) throw std::logic_error("two days of the same length are compared");
  std::size_t otherwise = 0;
  for (std::size_t i = 0; i < one.postures.size(); ++i) otherwise += one.postures[i] != other.postures[i] ? 1 : 0;
  return static_cast<double>(otherwise) / static_cast<double>(one.postures.size());
}

double steady(Millis) {
  return 1;
}
// Up and down by a twentieth, in four hours.
double wave(Millis time) {
  constexpr double period_h = 4;
  return 1 + 0.05 * std::sin(2 * std::numbers::pi * std::chrono::duration<double, std::ratio<3600>>(time).count() /
                             period_h);
}

class SupplyDriftTest : public testing::TestWithParam<std::string> {
 protected:
  void expect_the_same_day(const Supply& supply) {
    const Noticed usual = live(GetParam(), steady);
    const Noticed drifted = live(GetParam(), supply);
    EXPECT_EQ(drifted.alerts, usual.alerts);
    EXPECT_EQ(drifted.pad_news, usual.pad_news);
    EXPECT_EQ(drifted.doubts, usual.doubts);
    EXPECT_LT(told_otherwise(usual, drifted), 0.01);
  }
};

TEST_P(SupplyDriftTest, ATwentiethLessAllDayChangesNothing) {
  expect_the_same_day([](Millis) { return 0.95; });
}

TEST_P(SupplyDriftTest, ATwentiethMoreAllDayChangesNothing) {
  expect_the_same_day([](Millis) { return 1.05; });
}

TEST_P(SupplyDriftTest, UpAndDownOverHoursChangesNothing) {
  expect_the_same_day(wave);
}

INSTANTIATE_TEST_SUITE_P(Days, SupplyDriftTest,
                         testing::Values("ordinary-office-day", "creep-over-a-long-day", "bent-forward"),
                         [](const auto& scenario) {
                           std::string name = scenario.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace chairhub::supply_drift_test
