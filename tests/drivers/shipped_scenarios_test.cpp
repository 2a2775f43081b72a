// Every scenario that ships plays on every kind of chair, from its begin to
// its end, and shows what it is named after.

#include <algorithm>
#include <cstdlib>

#include <gmock/gmock.h>

#include "tests/drivers/simulation.h"
#include "tests/support/places.h"

namespace chairhub::shipped_scenarios_test {

namespace fs = std::filesystem;
using namespace std::chrono;

std::vector<std::string> shipped() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(source_folder() / "drivers/simulated/scenarios"))
    names.push_back(entry.path().stem());
  return names;
}

std::vector<Frame> played(const std::string& name, Millis at_most = hours(24)) {
  Simulation simulation;
  simulation.option("scenario", name);
  return simulation.play(at_most);
}

TEST(ShippedScenariosTest, AllThatArePromisedAreThere) {
  EXPECT_THAT(
      shipped(),
      testing::UnorderedElementsAre(
          "ordinary-office-day", "unsupported-upright", "bent-forward", "static-too-long", "sitting-too-long",
          "asymmetric", "pad-dead", "pad-stuck", "pad-saturated", "pad-noisy", "pad-missing", "pad-open-wire",
          "pad-short-circuit", "bag-on-the-seat", "coat-over-the-backrest", "two-people", "creep-over-a-long-day",
          "zero-drift", "zero-drift-too-far", "cushion-added", "coat-hung-up-in-use", "bag-before-and-after", "cat",
          "two-people-alternating", "chair-pushed-around", "leaning-on-the-desk", "eventful-day", "press-each-pad"));
}

// All but the one for the setup, in which nobody spends a day.
std::vector<std::string> days() {
  std::vector<std::string> names = shipped();
  std::erase(names, "press-each-pad");
  return names;
}

class Shipped : public testing::TestWithParam<std::string> {};

TEST_P(Shipped, BeginsEmptyThenSupportedSoThatAHubCanLearnTheChairAndThePerson) {
  const Chair chair = office_chair();
  const auto frames = played(GetParam(), seconds(60));
  EXPECT_LT(mean_load(frames, chair, Zone::seat, seconds(0), seconds(20)), 0.03);
  EXPECT_GT(mean_load(frames, chair, Zone::seat, seconds(25), seconds(60)), 0.3);
  EXPECT_GT(mean_load(frames, chair, Zone::back, seconds(25), seconds(60)), 0.3);
}

TEST_P(Shipped, PlaysOnASmallChairToo) {
  Simulation simulation;
  simulation.option("scenario", GetParam());
  simulation.on(small_chair());
  simulation.rate_hz(2);
  EXPECT_GT(simulation.play().size(), 2000U);
}

INSTANTIATE_TEST_SUITE_P(Scenarios, Shipped, testing::ValuesIn(days()), [](const auto& name) {
  std::string id = name.param;
  std::replace(id.begin(), id.end(), '-', '_');
  return id;
});

class FaultyPad : public testing::TestWithParam<std::string> {};

TEST_P(FaultyPad, IsMissingOrFrozenOrJumpsWhileItIsBroken) {
  const auto frames = played(GetParam());
  const std::size_t pad = GetParam() == "pad-stuck" ? 0 : 1;
  const auto at = [&](Millis time) { return frames[static_cast<std::size_t>(time / Millis(100))].pads[pad]; };
  const Millis before = minutes(5), during = minutes(25), later = during + seconds(10);
  ASSERT_EQ(at(before).signal, Signal::ok);
  const bool is_odd = at(during).signal == Signal::missing || at(during).counts == at(later).counts ||
                      std::abs(at(during).counts - at(later).counts) > 100;
  EXPECT_TRUE(is_odd);
}

INSTANTIATE_TEST_SUITE_P(Scenarios, FaultyPad,
                         testing::Values("pad-dead", "pad-stuck", "pad-saturated", "pad-noisy", "pad-missing"),
                         [](const auto& name) { return name.param.substr(4); });

TEST(ShippedScenariosTest, ACoatKeepsTheBackLoadedOnAnEmptyChair) {
  const auto frames = played("coat-over-the-backrest");
  const Chair chair = office_chair();
  EXPECT_LT(mean_load(frames, chair, Zone::back, seconds(0), seconds(20)), 0.03);
  EXPECT_GT(mean_load(frames, chair, Zone::back, minutes(56), minutes(60)), 0.05);
  EXPECT_LT(mean_load(frames, chair, Zone::seat, minutes(56), minutes(60)), 0.03);
}

TEST(ShippedScenariosTest, ADriftingZeroShowsOnTheEmptyChair) {
  const auto frames = played("zero-drift");
  const double load = mean_load(frames, office_chair(), Zone::seat, hours(8) + minutes(10), hours(8) + minutes(20));
  EXPECT_GT(load, 0.02);
  EXPECT_LT(load, 0.07);
}

TEST(ShippedScenariosTest, ACatLoadsTheSeatALittle) {
  const double load = mean_load(played("cat"), office_chair(), Zone::seat, minutes(40), minutes(80));
  EXPECT_GT(load, 0.03);
  EXPECT_LT(load, 0.15);
}

TEST(ShippedScenariosTest, WhoeverLeansOnTheDeskLeavesAThirdOfTheLoadOnTheSeat) {
  const auto frames = played("leaning-on-the-desk");
  const Chair chair = office_chair();
  const double part = mean_load(frames, chair, Zone::seat, minutes(22), minutes(30)) /
                      mean_load(frames, chair, Zone::seat, minutes(2), minutes(8));
  EXPECT_GT(part, 0.25);
  EXPECT_LT(part, 0.55);  // pads flatten towards the end of their range
}

TEST(ShippedScenariosTest, EachPadIsPressedInTurnAndAlone) {
  const auto frames = played("press-each-pad");
  const Chair chair = office_chair();
  for (std::size_t pressed = 0; pressed < 8; ++pressed) {
    const Frame& frame = frames.at(95 + 50 * pressed);
    for (std::size_t pad = 0; pad < chair.pads.size(); ++pad)
      EXPECT_EQ(frame.pads[pad].counts > 2000, pad == pressed) << pad << " while " << pressed << " is pressed";
  }
}

TEST(ShippedScenariosTest, TheSecondOfTwoPeopleIsLighter) {
  const auto frames = played("two-people");
  const Chair chair = office_chair();
  EXPECT_LT(mean_load(frames, chair, Zone::seat, minutes(60), minutes(70)),
            0.8 * mean_load(frames, chair, Zone::seat, minutes(5), minutes(15)));
}

}  // namespace chairhub::shipped_scenarios_test
