// Whole days as approved stories: scenario in, what the hub tells out.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "hub/service/story.h"
#include "tests/stories/day.h"
#include "tests/support/places.h"

namespace chairhub::stories_test {

std::string story(Day& day) {
  const Calibration calibration = day.calibrate();
  std::string told;
  day.spend(
      calibration, [](Frame&) {},
      [&](const Observation& seen) {
        for (const Event& event : seen.events)
          if (const auto text = tell(day.chair(), event)) told += *text;
      });
  return told;
}

std::string read(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

class StoriesTest : public testing::TestWithParam<std::string> {};

TEST_P(StoriesTest, IsToldAsApproved) {
  Day day(GetParam());
  const std::string told = story(day);
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
