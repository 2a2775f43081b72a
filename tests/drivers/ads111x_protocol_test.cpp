#include "drivers/ads1115/ads111x_protocol.h"

#include <gtest/gtest.h>

namespace chairhub::ads111x::ads111x_protocol_test {

using namespace std::chrono_literals;

std::uint16_t word(Variant variant, double range, int rate, std::uint32_t input = 0) {
  return config_word(settings_of(variant, range, rate).value(), input);
}

TEST(Ads111xProtocol, StartsEachInputWithTheWordOfTheDataSheet) {
  EXPECT_EQ(word(Variant::ads1115, 4.096, 250, 0), 0xC3A3);
  EXPECT_EQ(word(Variant::ads1115, 4.096, 250, 1), 0xD3A3);
  EXPECT_EQ(word(Variant::ads1115, 4.096, 250, 2), 0xE3A3);
  EXPECT_EQ(word(Variant::ads1115, 4.096, 250, 3), 0xF3A3);
}

// A table that leaves out 250 makes every faster rate the next slower one.
TEST(Ads111xProtocol, HasEveryDataRateAtItsOwnCode) {
  const int rates[] = {8, 16, 32, 64, 128, 250, 475, 860};
  for (std::size_t code = 0; code < std::size(rates); ++code)
    EXPECT_EQ(word(Variant::ads1115, 4.096, rates[code]) >> 5U & 7U, code) << rates[code];
  const int rates_1015[] = {128, 250, 490, 920, 1600, 2400, 3300};
  for (std::size_t code = 0; code < std::size(rates_1015); ++code)
    EXPECT_EQ(word(Variant::ads1015, 4.096, rates_1015[code]) >> 5U & 7U, code) << rates_1015[code];
  EXPECT_EQ(word(Variant::ads1115, 4.096, 860), 0xC3E3);
  EXPECT_EQ(word(Variant::ads1115, 4.096, 128), 0xC383);
}

TEST(Ads111xProtocol, HasEveryRangeAtItsOwnCode) {
  const double ranges[] = {6.144, 4.096, 2.048, 1.024, 0.512, 0.256};
  for (std::size_t code = 0; code < std::size(ranges); ++code)
    EXPECT_EQ(word(Variant::ads1115, ranges[code], 250) >> 9U & 7U, code) << ranges[code];
}

TEST(Ads111xProtocol, KnowsNoOtherRatesAndRanges) {
  EXPECT_FALSE(settings_of(Variant::ads1115, 4.096, 100));
  EXPECT_FALSE(settings_of(Variant::ads1015, 4.096, 860));
  EXPECT_FALSE(settings_of(Variant::ads1115, 5.0, 250));
}

TEST(Ads111xProtocol, WaitsForAnOscillatorThatIsATenthSlow) {
  const auto wait = [](int rate) { return conversion_wait({Variant::ads1115, 4.096, rate}); };
  EXPECT_EQ(wait(250), 4'500us);
  EXPECT_GE(wait(860), 1'379us);
  EXPECT_LE(wait(860), 1'380us);
  EXPECT_GE(wait(8), 137'500us);
}

TEST(Ads111xProtocol, KeepsTheSignOfAReading) {
  EXPECT_EQ(counts_of(Variant::ads1115, 0x6720), 26'400);
  EXPECT_EQ(counts_of(Variant::ads1115, 0xFFFF), -1);
  EXPECT_EQ(counts_of(Variant::ads1115, 0x8000), -32'768);
}

// Shifting first and mending the sign afterwards makes -1 of 12 bits -30721.
TEST(Ads111xProtocol, KeepsTheSignOfTwelveBitsWhateverStandsBelowThem) {
  EXPECT_EQ(counts_of(Variant::ads1015, 0xFFF0), -1);
  EXPECT_EQ(counts_of(Variant::ads1015, 0xFFFF), -1);
  EXPECT_EQ(counts_of(Variant::ads1015, 0x8000), -2'048);
  EXPECT_EQ(counts_of(Variant::ads1015, 0x7FFF), 2'047);
  EXPECT_EQ(counts_of(Variant::ads1015, 0x0015), 1);
}

TEST(Ads111xProtocol, ToldAResetChipFromOneThatHoldsItsSettings) {
  EXPECT_TRUE(holds(0x43A3, 0xC3A3)) << "the start bit reads as busy or idle";
  EXPECT_FALSE(holds(0x8583, 0xC3A3));
  EXPECT_FALSE(holds(0xD3A3, 0xC3A3)) << "another channel";
}

TEST(Ads111xProtocol, CannotReadItsEndFromThreePointThreeVolts) {
  EXPECT_NEAR(counts_at({Variant::ads1115, 4.096, 250}, 3.3), 26'400, 1);
  EXPECT_NEAR(counts_at({Variant::ads1015, 4.096, 250}, 3.3), 1'650, 1);
}

}  // namespace chairhub::ads111x::ads111x_protocol_test
