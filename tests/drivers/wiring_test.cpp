#include "drivers/converter/wiring.h"

#include <array>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "drivers/converter/copied_channels.h"
#include "tests/drivers/converters.h"

namespace chairhub::wiring_test {

using testing::HasSubstr;

// An ADS1115 at 4.096 V on 3.3 V; 10 kilohm to ground, 470 kilohm across the pad.
const Wiring with_resistors{26'400, true};
const Wiring without{26'400, false};
const CountRange pad{550, 20'000};
const CountRange inverted{25'850, 4'000};

TEST(WiringTest, EveryReadingOfASoundPadIsOk) {
  for (std::int32_t counts = 400; counts <= 25'700; counts += 100)
    EXPECT_EQ(judge_wiring(counts, pad, with_resistors), Signal::ok) << counts;
}

TEST(WiringTest, APadAtTheEndOfItsRangeIsNoShortCircuit) {
  // 250 ohm and 10 kilohm.
  EXPECT_EQ(judge_wiring(25'756, pad, without), Signal::ok);
  EXPECT_EQ(judge_wiring(26'390, pad, without), Signal::short_circuit);
  EXPECT_EQ(judge_wiring(25'900, pad, without), Signal::short_circuit);
}

TEST(WiringTest, ABrokenWireShowsByTheMissingResistorOnly) {
  EXPECT_EQ(judge_wiring(3, pad, with_resistors), Signal::open_wire);
  EXPECT_EQ(judge_wiring(164, pad, with_resistors), Signal::open_wire);
  EXPECT_EQ(judge_wiring(166, pad, with_resistors), Signal::ok);
  EXPECT_EQ(judge_wiring(3, pad, without), Signal::ok) << "looks like an empty chair";
}

TEST(WiringTest, AFewCountsOfOffsetAreNotBelowGround) {
  EXPECT_EQ(judge_wiring(-50, pad, without), Signal::ok);
  EXPECT_EQ(judge_wiring(-51, pad, without), Signal::below_ground);
  EXPECT_EQ(judge_wiring(-3, {0, 900}, {1'024, false}), Signal::ok) << "ten bits";
}

TEST(WiringTest, AnInvertedPadBreaksTowardsTheSupply) {
  EXPECT_EQ(judge_wiring(26'395, inverted, with_resistors), Signal::open_wire);
  EXPECT_EQ(judge_wiring(25'850, inverted, with_resistors), Signal::ok);
  EXPECT_EQ(judge_wiring(4'000, inverted, with_resistors), Signal::ok);
  EXPECT_EQ(judge_wiring(5, inverted, with_resistors), Signal::short_circuit);
}

TEST(WiringTest, ARangeThatBeginsAtABrokenWireIsRefusedByName) {
  const Chair chair = chair_with(2, {0, 20'000});
  const auto valid = validate(with_resistors, chair.pads);
  ASSERT_FALSE(valid);
  EXPECT_THAT(valid.error().message, HasSubstr("pad_1"));
  EXPECT_TRUE(validate(without, chair.pads));
  EXPECT_TRUE(validate(with_resistors, chair_with(2, pad).pads));
  EXPECT_TRUE(validate(with_resistors, chair_with(2, inverted).pads));
}

class CopiedChannelsTest : public testing::Test {
 protected:
  // All three channels in one scan.
  void scan(std::int32_t a, std::int32_t b, std::int32_t c) { copied.update(std::array{a, b, c}); }
  bool any() const { return copied.is_copy(0) || copied.is_copy(1) || copied.is_copy(2); }

  CopiedChannels copied{3, 20'000};
};

TEST_F(CopiedChannelsTest, TwoThatMoveAlikeToTheLastCountAreCopies) {
  for (int k = 0; k < 60; ++k) scan(1'000 + 20 * k, 500, 1'000 + 20 * k);
  EXPECT_TRUE(copied.is_copy(0));
  EXPECT_FALSE(copied.is_copy(1));
  EXPECT_TRUE(copied.is_copy(2));
}

TEST_F(CopiedChannelsTest, OneReadingThatDiffersClearsThem) {
  for (int k = 0; k < 60; ++k) scan(1'000 + 20 * k, 500, 1'000 + 20 * k);
  scan(5'000, 500, 5'001);
  EXPECT_FALSE(any());
}

TEST_F(CopiedChannelsTest, PadsThatRestAtTheSameReadingAreNoCopies) {
  for (int k = 0; k < 1'000; ++k) scan(0, 0, 0);
  EXPECT_FALSE(any());
}

TEST_F(CopiedChannelsTest, PadsWhoseNoiseAgreesAreNoCopies) {
  for (int k = 0; k < 1'000; ++k) scan(550 + k % 3, 550 + k % 3, 0);
  EXPECT_FALSE(any()) << "that is no movement of a load";
}

TEST_F(CopiedChannelsTest, PadsThatMoveTogetherButNotAlikeAreNoCopies) {
  for (int k = 0; k < 1'000; ++k) scan(1'000 + 20 * k, 1'000 + 20 * k + (k % 25 == 0 ? 1 : 0), 0);
  EXPECT_FALSE(any());
}

}  // namespace chairhub::wiring_test
