// The doctor at a real kit: the ADS1115's driver on models of two chips.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "drivers/ads1115/ads111x_kit.h"
#include "hub/doctor/kit_trial.h"
#include "hub/doctor/rail.h"
#include "tests/drivers/converters.h"
#include "tests/support/chips/ads111x.h"
#include "tests/support/chips/fake_bus_clock.h"
#include "tests/support/chips/fake_i2c_bus.h"

namespace chairhub::converter_trial_test {

using testing::AllOf;
using testing::Contains;
using testing::Field;
using testing::HasSubstr;

class ConverterTrialTest : public testing::Test {
 protected:
  ConverterTrialTest() {
    bus->put(0x48, seat);
    bus->put(0x49, back);
    for (std::size_t input = 0; input < 4; ++input) {
      seat.set_counts(input, 260);
      back.set_counts(input, 550);
    }
    chair.chair = chair_with(8);
    for (Pad& pad : chair.chair.pads) pad.range = {260, 25'000};
    chair.kit = kit_config("ads1115", {{"end_of_line", true, ""}});
  }
  KitTrial scanned() {
    auto kit = made(chair.kit, ads1115_options(), [this](const Options& options) {
      return make_ads111x_kit_on(bus, clock, chair.kit, options, chair.chair);
    });
    return try_kit(*kit.value(), clock, Seconds{3});
  }
  static auto named(const std::string& name) { return Field(&Finding::name, name); }

  FakeBusClock clock;
  std::shared_ptr<FakeI2cBus> bus = std::make_shared<FakeI2cBus>(clock);
  Ads111x seat{Ads111x::Kind::ads1115, clock};
  Ads111x back{Ads111x::Kind::ads1115, clock};
  ChairConfig chair;
};

TEST_F(ConverterTrialTest, BothChipsAnswer) {
  const Findings found = judge_kit(chair, scanned());
  EXPECT_THAT(found, Contains(named("kit.answers")));
  EXPECT_THAT(found, Contains(named("rate.reached")));
}

TEST_F(ConverterTrialTest, AChipThatIsNotThereIsNamedWithItsAddressAndPads) {
  back.vanish();
  const Findings found = judge_kit(chair, scanned());
  ASSERT_EQ(found.front().name, "kit.says");
  EXPECT_THAT(found.front().what, AllOf(HasSubstr("0x49 on /dev/i2c-1"), HasSubstr(chair.chair.pads[4].name)));
  EXPECT_THAT(found, Contains(named("pad.missing")));
}

TEST_F(ConverterTrialTest, AChipOfAKernelDriverIsNotFoughtOver) {
  bus->bind_kernel_driver(0x48);
  EXPECT_THAT(judge_kit(chair, scanned()).front().what, HasSubstr("a kernel driver owns the chip"));
}

TEST_F(ConverterTrialTest, ABrokenWireAndAShortCircuit) {
  seat.set_counts(0, 3);
  seat.set_counts(1, 26'300);
  const Findings found = judge_kit(chair, scanned());
  EXPECT_THAT(found, Contains(named("pad.open_wire")));
  EXPECT_THAT(found, Contains(named("pad.short_circuit")));
}

TEST_F(ConverterTrialTest, ASupplyThatSaggedByFourPercent) {
  Calibration calibration;
  for (std::size_t pad = 0; pad < 8; ++pad) calibration.pads.push_back({pad < 4 ? 250.0 : 550.0, 20'000, 2, {}});
  for (std::size_t input = 0; input < 4; ++input) {
    seat.set_counts(input, 240);
    back.set_counts(input, 528);
  }
  const Findings found = check_rail(chair, scanned(), calibration);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].name, "rail.moved");
  EXPECT_THAT(found[0].what, HasSubstr("-4.0 %"));
}

}  // namespace chairhub::converter_trial_test
