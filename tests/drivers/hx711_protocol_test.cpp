#include "drivers/hx711/hx711_protocol.h"

#include <gtest/gtest.h>

namespace chairhub::hx711_protocol_test {

TEST(Hx711ProtocolTest, CountsAreTwosComplement) {
  EXPECT_EQ(hx711_counts(0x000001), 1);
  EXPECT_EQ(hx711_counts(0x7FFFFF), hx711_highest);
  EXPECT_EQ(hx711_counts(0x800000), hx711_lowest);
  EXPECT_EQ(hx711_counts(0xFFFFFF), hx711_nothing);
}

TEST(Hx711ProtocolTest, PulsesChooseTheGain) {
  EXPECT_EQ(hx711_pulses(128), 25);
  EXPECT_EQ(hx711_pulses(32), 26);
  EXPECT_EQ(hx711_pulses(64), 27);
  EXPECT_THROW((void)hx711_pulses(16), std::invalid_argument);
}

}  // namespace chairhub::hx711_protocol_test
