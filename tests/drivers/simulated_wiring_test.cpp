// Presses of single pads, and wires that are not in order.

#include <gmock/gmock.h>

#include "tests/drivers/simulation.h"

namespace chairhub::simulated_wiring_test {

using testing::HasSubstr;

class SimulatedWiringTest : public testing::Test {
 protected:
  SimulatedWiringTest() {
    simulation.on(small_chair());
    simulation.scenario("press seat.2 09:00:02..09:00:04\n09:00 stand\n09:01 end\n");
  }

  // The pad that reads as pressed after three seconds, on a kit with these wires and with these `channel` keys.
  std::size_t pressed(const std::string& wiring, const std::vector<std::int64_t>& channels = {}) const {
    KitConfig config{"simulated",
                     10,
                     {{"scenario",
                       folder
                           .write("day.scenario",
                                  "press seat.2 09:00:02..09:00:04\n09:00 stand\n"
                                  "09:01 end\n")
                           .string(),
                       "hub.toml:4:1"}},
                     "hub.toml:2:1",
                     "."};
    if (!wiring.empty()) config.options.push_back({"wiring", wiring, "hub.toml:5:1"});
    for (const std::int64_t channel : channels) config.channels.push_back({"channel", channel, "hub.toml:9:1"});
    const auto kit = make_kit(config, small_chair());
    EXPECT_TRUE(kit) << kit.error().message;
    Frame frame;
    while ((*kit)->scan(morning(), frame) && frame.at.steady.time_since_epoch() < std::chrono::seconds(3)) {
    }
    std::size_t most = 0;
    for (std::size_t i = 0; i < frame.pad_count; ++i)
      if (frame.pads[i].counts > frame.pads[most].counts) most = i;
    EXPECT_GT(frame.pads[most].counts, 2000);
    return most;
  }
  std::string refused(const std::string& wiring) {
    simulation.option("wiring", wiring);
    const auto kit = simulation.make();
    return kit ? "" : kit.error().message;
  }

  Simulation simulation;
  TemporaryFolder folder;
};

TEST_F(SimulatedWiringTest, APressedPadIsReadAtItsChannel) {
  EXPECT_EQ(pressed(""), 1U);
  EXPECT_EQ(pressed("0, 2, 1"), 2U);
  EXPECT_EQ(pressed("1, 0, 2"), 0U);
}

TEST_F(SimulatedWiringTest, AConfigurationThatKnowsTheWiresReadsThePadsThatItNames) {
  EXPECT_EQ(pressed("2, 0, 1", {2, 0, 1}), 1U);
  EXPECT_EQ(pressed("", {1, 0, 2}), 0U);
}

TEST_F(SimulatedWiringTest, SaysWhatIsWrongWithTheWires) {
  EXPECT_THAT(refused("0, 1"), HasSubstr("hub.toml:9:1: wiring names 2 channels; the chair has 3 pads"));
}

TEST_F(SimulatedWiringTest, AChannelThatIsNotThereIsRefused) {
  EXPECT_THAT(refused("0, 1, 3"), HasSubstr("3 is not possible"));
}

TEST_F(SimulatedWiringTest, SaysWhenAPadThatIsPressedIsNotThere) {
  simulation.scenario("press seat.3 09:00:02..09:00:04\n09:00 stand\n09:01 end\n");
  const auto kit = simulation.make();
  ASSERT_FALSE(kit);
  EXPECT_THAT(kit.error().message, HasSubstr("day.scenario:1:7: chair 'desk' has no pad 'seat.3', did you mean"));
}

}  // namespace chairhub::simulated_wiring_test
