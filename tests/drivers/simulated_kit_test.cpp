#include "drivers/simulated/simulated_kit.h"

#include <cmath>
#include <set>

#include <gmock/gmock.h>

#include "drivers/simulated/start_time.h"
#include "tests/drivers/simulation.h"

namespace chairhub::simulated_kit_test {

using namespace std::chrono;
using testing::HasSubstr;
using testing::StartsWith;

constexpr std::string_view some_postures =
    "seed 3\nshifts_per_hour 0\n"
    "09:00 stand\n09:01 sit supported\n09:03 sit unsupported_upright\n09:05 sit bent_forward\n09:07 sit slumped\n"
    "09:09 sit lean_left\n09:11 sit lean_right\n09:13 bag\n09:15 stand\n09:16 end\n";

class SimulatedKitTest : public testing::Test {
 protected:
  // The loads a minute and a half after a posture began at `minute`.
  double seat(int minute) const { return load(Zone::seat, minute); }
  double back(int minute) const { return load(Zone::back, minute); }
  double to_the_right(int minute) const {
    return seat_ratio(frames_, simulation_.chair(), minutes(minute) + seconds(30), minutes(minute) + seconds(55),
                      [](const Pad& pad) { return pad.x; });
  }
  double to_the_front(int minute) const {
    return seat_ratio(frames_, simulation_.chair(), minutes(minute) + seconds(30), minutes(minute) + seconds(55),
                      [](const Pad& pad) { return pad.y - 0.5; });
  }
  double load(Zone zone, int minute) const {
    return mean_load(frames_, simulation_.chair(), zone, minutes(minute) + seconds(30), minutes(minute) + seconds(55));
  }

  Simulation simulation_;
  std::vector<Frame> frames_;
};

TEST_F(SimulatedKitTest, EachPostureLoadsTheChairInItsOwnWay) {
  simulation_.scenario(some_postures);
  frames_ = simulation_.play();
  EXPECT_LT(seat(0), 0.03);
  EXPECT_NEAR(seat(1), 0.43, 0.07);
  EXPECT_NEAR(back(1), 0.43, 0.07);
  EXPECT_GT(seat(3), seat(1)) << "upright, the seat carries what the back carried";
  EXPECT_LT(back(3), 0.1 * back(1));
  EXPECT_LT(seat(5), seat(3)) << "bent forward, the feet carry a part";
  EXPECT_LT(back(5), 0.1 * back(1));
  EXPECT_GT(to_the_front(5), to_the_front(1) + 0.15);
  EXPECT_GT(back(7), 0.8 * back(1)) << "slumped, the back is loaded";
  EXPECT_GT(to_the_front(7), to_the_front(1) + 0.3) << "and the rear of the seat is not";
  EXPECT_LT(to_the_right(9), -0.2);
  EXPECT_GT(to_the_right(11), 0.2);
  EXPECT_LT(seat(13), 0.5 * seat(1)) << "a bag weighs less than anybody";
  EXPECT_GT(seat(13), 0.03);
  EXPECT_LT(seat(15), 0.03);
}

TEST_F(SimulatedKitTest, PlaysTheSameCountsForTheSameSeedAndOthersForAnother) {
  simulation_.scenario(some_postures);
  const auto fingerprint = [](const std::vector<Frame>& frames) {
    std::vector<std::int32_t> counts;
    for (const Frame& frame : frames)
      for (const PadReading& pad : frame.readings()) counts.push_back(pad.counts);
    return counts;
  };
  const auto first = fingerprint(simulation_.play());
  EXPECT_EQ(first, fingerprint(simulation_.play()));
  simulation_.option("seed", std::int64_t{4});
  EXPECT_NE(first, fingerprint(simulation_.play()));
}

// Written down once; a machine or compiler that counts differently breaks the promise of equal recordings.
TEST_F(SimulatedKitTest, PlaysTheSameCountsOnEveryMachine) {
  simulation_.scenario(some_postures);
  std::uint64_t sum = 0;
  for (const Frame& frame : simulation_.play())
    for (const PadReading& pad : frame.readings()) sum = sum * 31 + static_cast<std::uint64_t>(pad.counts);
  EXPECT_EQ(sum, 1947839034361970514U);
}

TEST_F(SimulatedKitTest, TellsTheSameStoryAtEveryRate) {
  simulation_.scenario(some_postures);
  simulation_.rate_hz(50);
  const auto fast = simulation_.play();
  for (const int rate : {2, 5, 10, 25}) {
    simulation_.rate_hz(rate);
    const auto slow = simulation_.play();
    const auto every = static_cast<std::size_t>(50 / rate);
    ASSERT_NEAR(static_cast<double>(slow.size()), static_cast<double>(fast.size()) / static_cast<double>(every), 1)
        << rate;
    for (std::size_t i = 0; i < slow.size(); ++i) {
      ASSERT_EQ(slow[i].at, fast[i * every].at) << rate << " Hz, frame " << i;
      ASSERT_EQ(slow[i].pads, fast[i * every].pads) << rate << " Hz, frame " << i;
    }
  }
}

TEST_F(SimulatedKitTest, APersonIsNeverStillButABagIs) {
  simulation_.scenario("shifts_per_hour 0\n09:00 sit supported\n09:10 bag\n09:20 end\n");
  frames_ = simulation_.play();
  const auto restlessness = [&](int minute) {
    double sum = 0, squares = 0;
    for (int second = 0; second < 60; ++second) {
      const Millis at = minutes(minute) + seconds(second);
      const double load = mean_load(frames_, simulation_.chair(), Zone::seat, at, at + seconds(1));
      sum += load;
      squares += load * load;
    }
    return std::sqrt(squares / 60 - sum * sum / 3600);
  };
  EXPECT_GT(restlessness(5), 3 * restlessness(15));
}

TEST_F(SimulatedKitTest, EmptyPadsAreNoisyAroundZerosOfTheirOwn) {
  simulation_.scenario("09:00 stand\n09:10 end\n");
  frames_ = simulation_.play();
  for (std::size_t pad = 0; pad < 8; ++pad) {
    std::set<std::int32_t> seen;
    for (const Frame& frame : frames_) seen.insert(frame.pads[pad].counts);
    EXPECT_GT(seen.size(), 5U) << pad;
    EXPECT_GE(*seen.begin(), 0) << pad;
    EXPECT_LT(*seen.rbegin(), 100) << pad;
  }
}

TEST_F(SimulatedKitTest, InvertedAndCoarseConvertersTellTheSameStory) {
  simulation_.on(office_chair({1022, 0}));
  simulation_.scenario(some_postures);
  frames_ = simulation_.play();
  EXPECT_GT(frames_.front().pads[0].counts, 990);
  EXPECT_NEAR(seat(1), 0.43, 0.07);
  simulation_.on(office_chair({0, 255}));
  frames_ = simulation_.play();
  EXPECT_NEAR(seat(1), 0.43, 0.07);
  for (const Frame& frame : frames_)
    for (const PadReading& pad : frame.readings()) ASSERT_TRUE(pad.counts >= 0 && pad.counts <= 255);
}

TEST_F(SimulatedKitTest, APadIsLoadedMuchTheSameHoweverManyThereAre) {
  Chair many{"many", "Many", {}};
  for (int i = 0; i < 64; ++i)
    many.pads.push_back(
        {"p" + std::to_string(i), i < 40 ? Zone::seat : Zone::back, (i % 8) / 3.5 - 1, (i % 5) / 4.0, {}});
  simulation_.on(many);
  simulation_.scenario(some_postures);
  frames_ = simulation_.play();
  EXPECT_NEAR(seat(1), 0.43, 0.07);
  EXPECT_LT(back(3), 0.2 * back(1));
}

TEST_F(SimulatedKitTest, PlaysASeatWithoutABackrest) {
  Chair stool{"stool", "Stool", {{"l", Zone::seat, -1, 0.5, {}}, {"r", Zone::seat, 1, 0.5, {}}}};
  simulation_.on(stool);
  simulation_.scenario(some_postures);
  frames_ = simulation_.play();
  EXPECT_NEAR(seat(1), 0.43, 0.08);
  EXPECT_LT(to_the_right(9), -0.2);
}

TEST_F(SimulatedKitTest, BringsItsOwnTimeFromTheScenariosBeginToItsEnd) {
  simulation_.scenario("09:00 sit supported\n09:01 end\n");
  simulation_.option("speed", std::int64_t{60});
  const auto kit = simulation_.kit();
  EXPECT_TRUE(kit->pace().own_time);
  EXPECT_EQ(kit->pace().interval, Millis(100));
  EXPECT_EQ(kit->pace().speed, 60);
  frames_ = simulation_.play();
  ASSERT_EQ(frames_.size(), 601U);
  const WallTime nine = simulated::wall_time(simulated::local_date(morning().wall), hours(9));
  EXPECT_EQ(frames_.front().at, (Moment{SteadyTime{}, nine}));
  EXPECT_EQ(frames_.back().at, (Moment{SteadyTime(minutes(1)), nine + minutes(1)}));
}

TEST_F(SimulatedKitTest, StartsWhenItIsToldTo) {
  simulation_.scenario("09:00 sit supported\n09:01 end\n");
  simulation_.option("start", std::string("now"));
  EXPECT_EQ(simulation_.play().front().at.wall, morning().wall);
}

TEST_F(SimulatedKitTest, RepeatsDayAfterDayWithAnEmptyChairBetween) {
  simulation_.on({"stool", "Stool", {{"l", Zone::seat, -1, 0.5, {}}, {"r", Zone::seat, 1, 0.5, {}}}});
  simulation_.scenario("leaves_per_hour 10\n09:00 sit supported\n10:00 end\n");
  simulation_.option("repeat", true);
  simulation_.option("start", std::string("2026-03-02T09:00"));
  simulation_.rate_hz(2);
  frames_ = simulation_.play(hours(25));
  ASSERT_EQ(frames_.size(), 25U * 3600U * 2U);
  const auto somebody_sits = [&](Millis at) {
    return frames_[static_cast<std::size_t>(at / Millis(500))].pads[0].counts > 800;
  };
  EXPECT_TRUE(somebody_sits(seconds(30)));
  EXPECT_FALSE(somebody_sits(minutes(61)));
  EXPECT_FALSE(somebody_sits(hours(24) - seconds(1)));
  EXPECT_TRUE(somebody_sits(hours(24) + seconds(30)));
  int differences = 0;
  for (Millis at{0}; at < hours(1); at += seconds(1)) differences += somebody_sits(at) != somebody_sits(hours(24) + at);
  EXPECT_GT(differences, 60) << "each day is a little different";
}

TEST_F(SimulatedKitTest, SaysWhatItIs) {
  simulation_.scenario("seed 9\n09:00 sit supported\n09:01 end\n");
  EXPECT_EQ(simulation_.kit()->describe(),
            "simulated sitter, scenario day.scenario, seed 9, a scan each 100 ms, at speed 1");
}

TEST_F(SimulatedKitTest, RefusesAScenarioWithAMistakeWithBothPlaces) {
  simulation_.scenario("09:00 sti\n");
  const auto kit = simulation_.make();
  ASSERT_FALSE(kit);
  EXPECT_THAT(kit.error().message, StartsWith("hub.toml:4:1: "));
  EXPECT_THAT(kit.error().message, HasSubstr("day.scenario:1:7: 'sti' is not something that happens"));
}

TEST_F(SimulatedKitTest, RefusesAnUnknownBareNameWithTheOnesThatShip) {
  simulation_.option("scenario", std::string("bent-forwrd"));
  const auto kit = simulation_.make();
  ASSERT_FALSE(kit);
  EXPECT_THAT(kit.error().message,
              StartsWith("hub.toml:9:1: there is no scenario 'bent-forwrd', did you mean 'bent-forward'?"));
  EXPECT_THAT(kit.error().message, HasSubstr("ordinary-office-day, pad-dead"));
}

TEST_F(SimulatedKitTest, RefusesAFileThatIsNotThere) {
  simulation_.option("scenario", std::string("./missing.scenario"));
  const auto kit = simulation_.make();
  ASSERT_FALSE(kit);
  EXPECT_THAT(kit.error().message, HasSubstr("cannot be read: No such file or directory"));
}

TEST_F(SimulatedKitTest, RefusesAStartThatIsNoTime) {
  simulation_.scenario("09:00 sit supported\n09:01 end\n");
  simulation_.option("start", std::string("tomorrow"));
  const auto kit = simulation_.make();
  ASSERT_FALSE(kit);
  EXPECT_EQ(kit.error().message,
            "hub.toml:9:1: start is 'tomorrow', allowed is now, or a local date and time such as 2026-03-02T08:30");
}

}  // namespace chairhub::simulated_kit_test
