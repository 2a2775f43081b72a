// Four chips on one bus: scanned together, and one that fails tells nothing wrong.

#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "drivers/ads1115/ads111x_kit.h"
#include "tests/drivers/converters.h"
#include "tests/support/chips/ads111x.h"
#include "tests/support/chips/fake_bus_clock.h"
#include "tests/support/chips/fake_i2c_bus.h"

namespace chairhub::ads111x_four_chips_test {

using namespace std::chrono_literals;

class Ads111xFourChipsTest : public testing::Test {
 protected:
  Ads111xFourChipsTest() {
    for (std::size_t chip = 0; chip < chips.size(); ++chip) {
      bus->put(static_cast<std::uint8_t>(0x48 + chip), chips[chip]);
      for (std::size_t input = 0; input < 4; ++input)
        chips[chip].set_counts(input, static_cast<std::int32_t>(1'000 + 100 * (4 * chip + input)));
    }
    right.resize(16);
    for (std::size_t pad = 0; pad < right.size(); ++pad) right[pad] = static_cast<std::int32_t>(1'000 + 100 * pad);
  }
  RunningKit run(const std::string& addresses, std::size_t pads) {
    const KitConfig config = kit_config("ads1115", {{"addresses", addresses, ""}});
    return RunningKit(made(config, ads1115_options(), [&](const Options& options) {
      return make_ads111x_kit_on(bus, clock, config, options, chair_with(pads));
    }));
  }
  // The second scan: the first sets up the chips.
  Nanos time_of_a_scan(RunningKit& kit) {
    kit.scan();
    const Nanos before = clock.now();
    kit.scan();
    return clock.now() - before;
  }

  FakeBusClock clock;
  std::shared_ptr<FakeI2cBus> bus = std::make_shared<FakeI2cBus>(clock);
  std::array<Ads111x, 4> chips{Ads111x{Ads111x::Kind::ads1115, clock}, Ads111x{Ads111x::Kind::ads1115, clock},
                               Ads111x{Ads111x::Kind::ads1115, clock}, Ads111x{Ads111x::Kind::ads1115, clock}};
  std::vector<std::int32_t> right;
};

TEST_F(Ads111xFourChipsTest, AreScannedInLessThanTheTimeOfTwo) {
  RunningKit one = run("0x48", 4);
  const Nanos of_one = time_of_a_scan(one);
  RunningKit four = run("0x48, 0x49, 0x4a, 0x4b", 16);
  EXPECT_LT(time_of_a_scan(four), 2 * of_one);
  EXPECT_EQ(four.counts(), right);
}

// Whichever transfer it is: asking, waiting or reading the result.
TEST_F(Ads111xFourChipsTest, ATransferThatIsNotAcknowledgedIsNeverAReading) {
  RunningKit kit = run("0x48, 0x49, 0x4a, 0x4b", 16);
  kit.scan();
  for (int transfer = 0; transfer < 12; ++transfer) {
    chips[0].answer_after(transfer, Answer::nack);
    kit.scan();
    for (std::size_t pad = 0; pad < right.size(); ++pad) {
      if (kit.signals()[pad] == Signal::ok) {
        EXPECT_EQ(kit.counts()[pad], right[pad]) << transfer;
      }
    }
    for (const Nanos end = clock.now() + 2s; clock.now() < end; clock.wait(100ms)) kit.scan();
    EXPECT_EQ(kit.counts(), right) << transfer;
  }
}

}  // namespace chairhub::ads111x_four_chips_test
