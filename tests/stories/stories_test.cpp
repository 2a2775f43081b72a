// Whole days as approved stories: scenario in, what the hub tells out.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "drivers/catalogue.h"
#include "hub/core/detector.h"
#include "hub/service/story.h"
#include "tests/support/places.h"

namespace chairhub::stories_test {

Chair office_chair() {
  const CountRange range{0, 4095};
  return {"desk",
          "desk",
          {{"seat_rl", Zone::seat, -0.30, 0.30, range},
           {"seat_rr", Zone::seat, 0.30, 0.30, range},
           {"seat_fl", Zone::seat, -0.50, 0.75, range},
           {"seat_fr", Zone::seat, 0.50, 0.75, range},
           {"back_ll", Zone::back, -0.30, 0.35, range},
           {"back_lr", Zone::back, 0.30, 0.35, range},
           {"back_ul", Zone::back, -0.45, 0.75, range},
           {"back_ur", Zone::back, 0.45, 0.75, range}}};
}

class Day {
 public:
  explicit Day(const std::string& scenario) : chair_(office_chair()), kit_(make(scenario)) {}

  // Empty from the third second to the fifteenth, supported from the 32nd to
  // the 55th: every scenario begins like that.
  Calibration calibrate() {
    CalibrationBuilder builder(chair_, uncalibrated(chair_));
    Sampler sampler;
    Frame frame;
    while (kit_->scan({}, frame)) {
      if (!begin_) begin_ = frame.at.steady;
      const Millis passed = frame.at.steady - *begin_;
      const Sample* sample = sampler.add(frame);
      if (passed > Seconds(56)) break;
      if (sample && passed > Seconds(3) && passed < Seconds(15)) builder.add_empty(*sample);
      if (sample && passed > Seconds(32) && passed < Seconds(55)) builder.add_supported(*sample);
    }
    auto calibration = builder.finish(frame.at.wall);
    EXPECT_TRUE(calibration) << (calibration ? "" : calibration.error().message);
    return calibration ? *calibration : uncalibrated(chair_);
  }

  std::string story(const Calibration& calibration) {
    FixedOffset utc;
    DetectorStart start;
    start.calibration = calibration;
    start.settings.cause_on.fill(true);
    Detector detector(chair_, utc, std::move(start));
    std::string told;
    Frame frame;
    while (kit_->scan({}, frame)) told += words(detector.update(frame));
    return told + words(detector.stop());
  }

 private:
  std::unique_ptr<Kit> make(const std::string& scenario) const {
    const std::vector<KitOption> options = {
        {"scenario", scenario, "story"}, {"speed", 0.0, "story"}, {"start", std::string("2026-03-02T09:00"), "story"}};
    auto kit = make_kit({"simulated", 10, options, "story", "."}, chair_);
    if (!kit) throw std::runtime_error(kit.error().message);
    return std::move(*kit);
  }
  std::string words(const Observation& observation) const {
    std::string told;
    for (const Event& event : observation.events)
      if (const auto text = tell(chair_, event)) told += *text;
    return told;
  }

  Chair chair_;
  std::unique_ptr<Kit> kit_;
  std::optional<SteadyTime> begin_;
};

std::string read(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

class StoriesTest : public testing::TestWithParam<std::string> {};

TEST_P(StoriesTest, IsToldAsApproved) {
  Day day(GetParam());
  const Calibration calibration = day.calibrate();
  const std::string told = day.story(calibration);
  const std::filesystem::path approved = source_folder() / "tests/stories/approved" / (GetParam() + ".txt");
  if (std::getenv("CHAIRHUB_APPROVE") != nullptr) std::ofstream(approved) << told;
  EXPECT_EQ(told, read(approved)) << "if the new story is right: CHAIRHUB_APPROVE=1 and look at the difference";
}

std::vector<std::string> shipped_scenarios() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(source_folder() / "drivers/simulated/scenarios"))
    if (entry.path().extension() == ".scenario") names.push_back(entry.path().stem().string());
  std::erase(names, "press-each-pad");  // for the setup: nobody spends a day in it
  std::sort(names.begin(), names.end());
  return names;
}

INSTANTIATE_TEST_SUITE_P(Scenarios, StoriesTest, testing::ValuesIn(shipped_scenarios()), [](const auto& scenario) {
  std::string name = scenario.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace chairhub::stories_test
