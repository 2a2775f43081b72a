#include "hub/doctor/needs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace chairhub::needs_test {

using testing::ElementsAre;
using testing::IsEmpty;

class NeedsTest : public testing::Test {
 protected:
  void kit(const std::string& driver, std::vector<KitOption> options = {}) {
    chair.kit.driver = driver;
    chair.kit.options = std::move(options);
    chair.kit.where = "hub.toml:3:1";
  }
  std::vector<std::string> devices() const {
    std::vector<std::string> all;
    for (const DeviceNeed& need : needs_of(chair).devices) all.push_back(need.device);
    return all;
  }
  std::vector<int> addresses() const {
    std::vector<int> all;
    for (const ChipNeed& need : needs_of(chair).chips) all.push_back(need.address);
    return all;
  }
  std::vector<unsigned> lines() const {
    std::vector<unsigned> all;
    for (const LineNeed& need : needs_of(chair).lines) all.push_back(need.line);
    return all;
  }

  ChairConfig chair;
};

TEST_F(NeedsTest, ASimulationNeedsNothing) {
  kit("simulated");
  EXPECT_THAT(devices(), IsEmpty());
  EXPECT_THAT(lines(), IsEmpty());
}

TEST_F(NeedsTest, TheDefaultsOfADriverCount) {
  kit("ads1115");
  EXPECT_THAT(devices(), ElementsAre("/dev/i2c-1"));
  EXPECT_THAT(addresses(), ElementsAre(0x48, 0x49));
  EXPECT_EQ(needs_of(chair).devices[0].where, "hub.toml:3:1");
}

TEST_F(NeedsTest, WhatTheConfigurationSaysComesWithItsPlace) {
  kit("ads1115", {{"bus", "/dev/i2c-3", "hub.toml:5:1"}, {"addresses", "0x4a", "hub.toml:6:1"}});
  EXPECT_THAT(devices(), ElementsAre("/dev/i2c-3"));
  EXPECT_THAT(addresses(), ElementsAre(0x4A));
  EXPECT_EQ(needs_of(chair).devices[0].where, "hub.toml:5:1");
}

TEST_F(NeedsTest, LoadCellsNeedTheirChipOrTheMultiplexerBeforeThem) {
  kit("nau7802");
  EXPECT_THAT(addresses(), ElementsAre(0x2A));
  kit("nau7802", {{"multiplexer", "0x70", "hub.toml:5:1"}});
  EXPECT_THAT(addresses(), ElementsAre(0x70));
}

TEST_F(NeedsTest, SeveralSpiDevicesAndTheLinesOfAMultiplexer) {
  kit("mcp3208",
      {{"device", "/dev/spidev0.0, /dev/spidev0.1", "hub.toml:5:1"}, {"mux_lines", "17,27,22,23", "hub.toml:6:1"}});
  EXPECT_THAT(devices(), ElementsAre("/dev/spidev0.0", "/dev/spidev0.1"));
  EXPECT_THAT(lines(), ElementsAre(17U, 27U, 22U, 23U));
}

TEST_F(NeedsTest, AConverterOnI2cBehindAMultiplexerNeedsTheLinesToo) {
  kit("ads1115", {{"addresses", "0x48", "hub.toml:5:1"}, {"mux_lines", "17,27,22,23", "hub.toml:6:1"}});
  EXPECT_THAT(addresses(), ElementsAre(0x48));
  EXPECT_THAT(lines(), ElementsAre(17U, 27U, 22U, 23U));
}

TEST_F(NeedsTest, LoadCellsOnGpioNeedClockAndData) {
  kit("hx711");
  EXPECT_THAT(lines(), ElementsAre(21U, 19U, 6U, 5U, 20U));
}

TEST_F(NeedsTest, TheIndicatorNeedsWhatIsWired) {
  kit("simulated");
  chair.indicator.emplace();
  chair.indicator->buzzer_line.reset();
  EXPECT_THAT(lines(), ElementsAre(16U, 12U, 26U));
  EXPECT_TRUE(needs_of(chair).lines[1].is_felt) << "the motor";
}

TEST_F(NeedsTest, OptionsThatTheDriverRefusesNeedNothing) {
  kit("ads1115", {{"buss", "/dev/i2c-1", "hub.toml:5:1"}});
  EXPECT_THAT(devices(), IsEmpty());
  kit("unheard_of");
  EXPECT_THAT(devices(), IsEmpty());
}

}  // namespace chairhub::needs_test
