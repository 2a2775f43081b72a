// What a scenario's faults look like in the frames. Somebody sits all the time
// but for the last minutes; the fault lasts from minute 2 to minute 8.

#include <cmath>
#include <set>

#include <gmock/gmock.h>

#include "tests/drivers/simulation.h"

namespace chairhub::pad_faults_test {

using namespace std::chrono;

class PadFaultsTest : public testing::Test {
 protected:
  static constexpr std::size_t broken = 1;   // seat.2
  static constexpr std::size_t healthy = 0;  // seat.1

  void fault(std::string_view line) {
    simulation_.scenario(std::string(line) +
                         "\nshifts_per_hour 0\n09:00 sit supported\n09:06 stand\n09:09 sit supported\n09:12 end\n");
    frames_ = simulation_.play();
  }
  // The pad's readings during one minute.
  std::vector<PadReading> readings(std::size_t pad, int minute) const {
    std::vector<PadReading> all;
    for (const Frame& frame : frames_)
      if (frame.at.steady.time_since_epoch() / minutes(1) == minute) all.push_back(frame.pads[pad]);
    return all;
  }
  std::set<std::int32_t> values(std::size_t pad, int minute) const {
    std::set<std::int32_t> all;
    for (const PadReading& reading : readings(pad, minute)) all.insert(reading.counts);
    return all;
  }
  void expect_well_at(int minute) const {
    EXPECT_GT(values(broken, minute).size(), 5U) << minute;
    EXPECT_GT(*values(broken, minute).begin(), 1000) << minute;
    EXPECT_LT(*values(broken, minute).rbegin(), 3000) << minute;
  }

  Simulation simulation_;
  std::vector<Frame> frames_;
};

TEST_F(PadFaultsTest, ADeadPadReadsItsUnloadedCounts) {
  fault("fault seat.2 dead 09:02..09:08");
  expect_well_at(1);
  EXPECT_THAT(values(broken, 4), testing::ElementsAre(0));
  expect_well_at(10);
  EXPECT_GT(*values(healthy, 4).begin(), 1000);
}

TEST_F(PadFaultsTest, AStuckPadKeepsWhatItShowedAlsoWhenTheChairIsEmpty) {
  fault("fault seat.2 stuck 09:02..09:08");
  expect_well_at(1);
  const auto stuck = values(broken, 3);
  ASSERT_EQ(stuck.size(), 1U);
  EXPECT_GT(*stuck.begin(), 1000);
  EXPECT_EQ(values(broken, 7), stuck);
  expect_well_at(10);
}

TEST_F(PadFaultsTest, AStuckPadMayStickAtAGivenValue) {
  fault("fault seat_1r stuck 1234 09:02..09:08");
  EXPECT_THAT(values(broken, 4), testing::ElementsAre(1234));
}

TEST_F(PadFaultsTest, ASaturatedPadReadsTheEndOfItsRange) {
  fault("fault seat.2 saturated 09:02..09:08");
  EXPECT_THAT(values(broken, 7), testing::ElementsAre(4095));
}

TEST_F(PadFaultsTest, ANoisyPadJumpsAbout) {
  fault("fault seat.2 noisy 09:02..09:08");
  const auto usual = values(broken, 1), jumping = values(broken, 4);
  EXPECT_GT(*jumping.rbegin() - *jumping.begin(), 5 * (*usual.rbegin() - *usual.begin()));
}

TEST_F(PadFaultsTest, AMissingPadDoesNotAnswerAndStopsNoOther) {
  fault("fault seat.2 missing 09:02..09:08");
  for (const PadReading& reading : readings(broken, 4)) EXPECT_EQ(reading.signal, Signal::missing);
  for (const PadReading& reading : readings(healthy, 4)) EXPECT_EQ(reading.signal, Signal::ok);
  for (const PadReading& reading : readings(broken, 10)) EXPECT_EQ(reading.signal, Signal::ok);
}

TEST_F(PadFaultsTest, ABrokenWireReadsNothingWhoeverSitsThere) {
  fault("fault seat.2 open_wire 09:02..09:08");
  expect_well_at(1);
  for (const PadReading& reading : readings(broken, 4)) EXPECT_EQ(reading, (PadReading{0, Signal::open_wire}));
  for (const PadReading& reading : readings(healthy, 4)) EXPECT_EQ(reading.signal, Signal::ok);
  expect_well_at(10);
}

TEST_F(PadFaultsTest, AShortCircuitReadsTheSupplyAlsoWhenTheChairIsEmpty) {
  fault("fault seat.2 short_circuit 09:02..09:08");
  for (const int minute : {4, 7})
    for (const PadReading& reading : readings(broken, minute))
      EXPECT_EQ(reading, (PadReading{4095, Signal::short_circuit}));
  expect_well_at(10);
}

TEST_F(PadFaultsTest, ADriftingZeroMovesSlowlyByTheGivenPart) {
  fault("fault seat.2 drift 20% 09:02..09:08");
  const double before_the_end = *values(broken, 7).begin();  // nobody sits
  EXPECT_NEAR(before_the_end, (5.0 / 6.0) * 0.20 * 4095, 60);
  EXPECT_LT(*values(broken, 8).begin(), 100) << "healed";
}

TEST_F(PadFaultsTest, BreaksPadsOfTheBackToo) {
  fault("fault back.4 missing 09:02..09:08");
  for (const PadReading& reading : readings(7, 4)) EXPECT_EQ(reading.signal, Signal::missing);
}

TEST_F(PadFaultsTest, RefusesAPadThatTheChairDoesNotHave) {
  simulation_.scenario("fault seat_lr dead 09:02..09:08\n09:00 sit supported\n09:12 end\n");
  const auto kit = simulation_.make();
  ASSERT_FALSE(kit);
  EXPECT_THAT(kit.error().message, testing::StartsWith("hub.toml:4:1: "));
  EXPECT_THAT(
      kit.error().message,
      testing::HasSubstr("day.scenario:1:7: chair 'office' has no pad 'seat_lr', did you mean 'seat_1r'?; it has "));
  EXPECT_THAT(kit.error().message, testing::HasSubstr("seat_1l, seat.1, seat_1r, seat.2"));
}

}  // namespace chairhub::pad_faults_test
