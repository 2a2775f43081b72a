#include "hub/core/pad_finder.h"

#include <gmock/gmock.h>

#include "tests/support/moments.h"

namespace chairhub::pad_finder_test {

using namespace std::chrono_literals;

// Six channels, of which four have a pad.
class PadFinderTest : public testing::Test {
 protected:
  static constexpr std::size_t pads = 4;

  // Nothing else changes meanwhile.
  void pass(Millis how_long) {
    for (Millis passed{0}; passed < how_long; passed += 100ms) {
      now = now + 100ms;
      Frame frame;
      frame.at = now;
      frame.pad_count = static_cast<std::uint32_t>(levels.size());
      for (std::size_t i = 0; i < levels.size(); ++i) {
        const bool wobbles = (passed / 100ms) % 7 < 3;
        frame.pads[i] = {levels[i] + (wobbles ? wobble[i] : 0), signals[i]};
      }
      finder.update(frame);
    }
  }
  void rest() { pass(5s); }
  void press(std::size_t channel, std::int32_t counts, Millis how_long = 3s) {
    const std::int32_t before = std::exchange(levels[channel], counts);
    pass(how_long);
    levels[channel] = before;
    pass(1s);
  }
  Doubt doubt() const { return finder.step() == FinderStep::doubtful ? finder.doubtful().doubt : Doubt::none; }

  CountScale scale{4000, false};
  PadFinder finder{pads, 6, scale};
  std::vector<std::int32_t> levels = std::vector<std::int32_t>(6, 40);
  std::vector<std::int32_t> wobble = std::vector<std::int32_t>(6, 2);
  std::vector<Signal> signals = std::vector<Signal>(6, Signal::ok);
  Moment now = morning();
};

TEST_F(PadFinderTest, LearnsTheChannelOfEachPadAsItIsPressed) {
  rest();
  for (const std::size_t channel : {4U, 0U, 5U, 2U}) {
    EXPECT_EQ(finder.step(), FinderStep::pressing);
    press(channel, 2500);
  }
  ASSERT_EQ(finder.step(), FinderStep::done);
  EXPECT_EQ(finder.found()[0]->channel, 4U);
  EXPECT_EQ(finder.found()[1]->channel, 0U);
  EXPECT_EQ(finder.found()[2]->channel, 5U);
  EXPECT_EQ(finder.found()[3]->channel, 2U);
  EXPECT_NEAR(finder.found()[0]->unloaded, 40, 3);
  EXPECT_NEAR(finder.found()[0]->pressed, 2500, 5);
}

TEST_F(PadFinderTest, APadGoesOnOnlyOnceItIsLetGo) {
  rest();
  levels[1] = 2000;
  pass(3s);
  EXPECT_EQ(finder.step(), FinderStep::releasing);
  levels[1] = 150;  // it creeps back
  pass(1s);
  EXPECT_EQ(finder.step(), FinderStep::pressing);
  EXPECT_EQ(finder.pad(), 1U);
}

TEST_F(PadFinderTest, ATouchIsNoPress) {
  rest();
  press(3, 1500, 600ms);
  EXPECT_EQ(finder.step(), FinderStep::pressing);
  EXPECT_EQ(finder.pad(), 0U);
}

TEST_F(PadFinderTest, WhatCreepsBackIsNotTakenForTheNextPress) {
  rest();
  levels[1] = 3000;
  pass(3s);
  levels[1] = 400;
  pass(8s);
  EXPECT_EQ(doubt(), Doubt::none);
  press(2, 3000);
  EXPECT_EQ(finder.found()[1]->channel, 2U);
}

TEST_F(PadFinderTest, DoubtsWhenNothingMoves) {
  rest();
  pass(31s);
  EXPECT_EQ(doubt(), Doubt::nothing_moved);
  EXPECT_FALSE(finder.can_take());
  finder.again();
  rest();
  press(5, 2000);
  EXPECT_EQ(finder.found()[0]->channel, 5U);
}

TEST_F(PadFinderTest, APadCanBeLeftOut) {
  rest();
  pass(31s);
  finder.leave_out();
  EXPECT_EQ(finder.pad(), 1U);
  press(5, 2000);
  EXPECT_FALSE(finder.found()[0]);
  EXPECT_EQ(finder.found()[1]->channel, 5U);
}

TEST_F(PadFinderTest, DoubtsAPadThatBarelyChanges) {
  rest();
  press(2, 120, 6s);
  ASSERT_EQ(doubt(), Doubt::barely_changes);
  EXPECT_EQ(finder.doubtful().channel, 2U);
  EXPECT_NEAR(finder.doubtful().part, 0.02, 0.002);
  finder.take();
  pass(2s);
  EXPECT_EQ(finder.found()[0]->channel, 2U);
}

TEST_F(PadFinderTest, APressThatGrowsIsWaitedFor) {
  rest();
  levels[2] = 120;
  pass(2s);
  press(2, 2000);
  EXPECT_EQ(doubt(), Doubt::none);
  EXPECT_NEAR(finder.found()[0]->pressed, 2000, 5);
}

TEST_F(PadFinderTest, DoubtsTwoPadsThatMoveTogether) {
  rest();
  levels[3] = 1900;
  press(1, 2000);
  ASSERT_EQ(doubt(), Doubt::moves_with_another);
  EXPECT_EQ(finder.doubtful().channel, 1U);
  EXPECT_EQ(finder.doubtful().other, 3U);
  EXPECT_TRUE(finder.can_take());
}

TEST_F(PadFinderTest, TwoThatTakeTurnsAtTheTopStillMoveTogether) {
  rest();
  wobble[1] = 200;
  levels[1] = 1950;
  press(3, 2000);
  EXPECT_EQ(doubt(), Doubt::moves_with_another);
}

TEST_F(PadFinderTest, ANeighbourThatFeelsALittleOfItIsNoDoubt) {
  rest();
  levels[3] = 700;
  pass(3s);
  levels[3] = 40;
  levels[1] = 2000;
  levels[3] = 500;
  pass(3s);
  levels[1] = levels[3] = 40;
  pass(1s);
  EXPECT_EQ(doubt(), Doubt::none);
}

TEST_F(PadFinderTest, DoubtsAPadThatIsKnownAlready) {
  rest();
  press(1, 2000);
  press(1, 2000);
  ASSERT_EQ(doubt(), Doubt::taken);
  EXPECT_EQ(finder.doubtful().channel, 1U);
  EXPECT_FALSE(finder.can_take());
}

TEST_F(PadFinderTest, DoubtsAPadThatIsStuck) {
  rest();
  levels[1] = 2000;
  pass(20s);
  ASSERT_EQ(doubt(), Doubt::does_not_return);
  finder.again();  // its present reading is what it reads unloaded
  rest();
  EXPECT_EQ(finder.step(), FinderStep::pressing);
  EXPECT_EQ(finder.pad(), 0U);
}

TEST_F(PadFinderTest, SaysWhenNoChannelReadsAnything) {
  signals.assign(6, Signal::missing);
  rest();
  EXPECT_EQ(doubt(), Doubt::silent);
  signals.assign(6, Signal::ok);
  finder.again();
  rest();
  EXPECT_EQ(finder.step(), FinderStep::pressing);
}

TEST_F(PadFinderTest, GoesOnWithoutAChannelThatIsSilent) {
  signals[4] = Signal::missing;
  rest();
  EXPECT_THAT(finder.silent_channels(), testing::ElementsAre(4));
  press(0, 2000);
  EXPECT_EQ(finder.pad(), 1U);
}

TEST_F(PadFinderTest, AChannelThatNeverStandsStillIsNoPress) {
  wobble[5] = 1500;
  rest();
  EXPECT_THAT(finder.restless_channels(), testing::ElementsAre(5));
  pass(10s);
  EXPECT_EQ(doubt(), Doubt::none);
  press(0, 2000);
  EXPECT_EQ(finder.found()[0]->channel, 0U);
}

TEST_F(PadFinderTest, APadWhoseCountsFallIsAsGood) {
  levels[2] = 3900;
  rest();
  press(2, 800);
  ASSERT_TRUE(finder.found()[0]);
  const CountRange range = range_of(*finder.found()[0], scale);
  EXPECT_NEAR(range.unloaded, 3900, 3);
  EXPECT_EQ(range.loaded, 0);
}

TEST_F(PadFinderTest, AnInvertedPadMayReadTheSupplyItself) {
  signals[2] = Signal::short_circuit;
  rest();
  levels[2] = 900;
  signals[2] = Signal::ok;
  pass(3s);
  signals[2] = Signal::short_circuit;
  pass(1s);
  ASSERT_TRUE(finder.found()[0]);
  EXPECT_EQ(finder.found()[0]->unloaded, 4000);

  Frame frame;
  frame.pad_count = 6;
  frame.pads[2] = {0, Signal::short_circuit};
  const Frame seen = pads_of(frame, {*finder.found()[0]}, scale);
  EXPECT_EQ(seen.pad_count, 1U);
  EXPECT_EQ(seen.pads[0], (PadReading{4000, Signal::ok}));
}

TEST_F(PadFinderTest, TakesNoAnswerThatItHasNotAskedFor) {
  rest();
  finder.take();
  EXPECT_EQ(finder.step(), FinderStep::pressing);
}

using Found = std::vector<std::optional<FoundPad>>;

TEST(ComparePadsTest, NothingIsOddAboutPadsThatAreAlike) {
  const Found found = {FoundPad{0, 40, 2500}, std::nullopt, FoundPad{1, 60, 2100}, FoundPad{2, 30, 2900}};
  EXPECT_TRUE(compare_pads(found, {4000, false}).empty());
  EXPECT_TRUE(compare_pads({}, {4000, false}).empty());
}

TEST(ComparePadsTest, SaysWhichPadIsWeakInvertedOrLoaded) {
  const Found found = {FoundPad{0, 40, 2500}, FoundPad{1, 60, 400}, FoundPad{2, 3900, 1500}, FoundPad{3, 2600, 3900}};
  const auto remarks = compare_pads(found, {4000, false});
  ASSERT_EQ(remarks.size(), 3U);
  EXPECT_EQ(remarks[0].pad, 1U);
  EXPECT_EQ(remarks[0].remark, PadRemark::weak);
  EXPECT_EQ(remarks[1].pad, 2U);
  EXPECT_EQ(remarks[1].remark, PadRemark::against_the_others);
  EXPECT_EQ(remarks[2].pad, 3U);
  EXPECT_EQ(remarks[2].remark, PadRemark::loaded_at_rest);
}

TEST(RangeOfTest, ALoadCellGoesItsWholeWayFromWhereItIs) {
  const CountScale cell{2'000'000, true};
  EXPECT_EQ(range_of({0, 120'000, 300'000}, cell), (CountRange{120'000, 2'120'000}));
  EXPECT_EQ(range_of({0, 120'000, -50'000}, cell), (CountRange{120'000, -1'880'000}));
}

}  // namespace chairhub::pad_finder_test
