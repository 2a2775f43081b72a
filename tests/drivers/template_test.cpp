// The tests that a new driver brings along: its protocol bit by bit, its kit
// on a model of the chip, and what happens when the chip misbehaves.

#include <array>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "drivers/template/example4_kit.h"
#include "drivers/template/example4_protocol.h"
#include "tests/drivers/converters.h"
#include "tests/support/chips/fake_bus_clock.h"
#include "tests/support/chips/fake_i2c_bus.h"

namespace chairhub::template_test {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

// The chip as its data sheet has it.
class Example4 final : public I2cChip {
 public:
  explicit Example4(BusClock& clock) : clock_(&clock) {}

  void reset() override { ready_at_ = Nanos::max(); }
  std::array<unsigned, 4> counts{};
  unsigned identity = 0xE4;

 private:
  void write(std::span<const std::uint8_t> bytes) override {
    reg_ = bytes[0];
    if (reg_ != example4::start_register || bytes.size() < 2) return;
    channel_ = bytes[1];
    ready_at_ = clock_->now() + std::chrono::milliseconds(2);
  }
  void read(std::span<std::uint8_t> bytes) override {
    if (reg_ == example4::identity_register) bytes[0] = static_cast<std::uint8_t>(identity);
    if (reg_ != example4::result_register) return;
    const unsigned word = (clock_->now() >= ready_at_ ? 0x8000U : 0U) | channel_ << 12U | counts.at(channel_);
    bytes[0] = static_cast<std::uint8_t>(word >> 8U);
    bytes[1] = static_cast<std::uint8_t>(word & 0xFFU);
  }

  BusClock* clock_;
  std::uint8_t reg_ = 0;
  unsigned channel_ = 0;
  Nanos ready_at_{Nanos::max()};
};

TEST(Example4Protocol, ReadsTheFieldsOfAnAnswer) {
  const auto answer = example4::answer_of(std::array<std::uint8_t, 2>{0xAF, 0xFF});
  EXPECT_TRUE(answer.is_ready);
  EXPECT_EQ(answer.channel, 2U);
  EXPECT_EQ(answer.counts, 4'095);
  EXPECT_FALSE(example4::answer_of(std::array<std::uint8_t, 2>{0x7F, 0xFF}).is_ready);
}

class Example4KitTest : public testing::Test {
 protected:
  Example4KitTest() {
    bus->put(0x20, chip);
    chip.counts = {100, 200, 300, 400};
  }
  RunningKit run() {
    const KitConfig config = kit_config("example4");
    return RunningKit(made(config, example4_options(), [&](const Options& options) {
      return make_example4_kit_on(bus, clock, config, options, chair_with(4, {0, 4'000}));
    }));
  }

  FakeBusClock clock;
  std::shared_ptr<FakeI2cBus> bus = std::make_shared<FakeI2cBus>(clock);
  Example4 chip{clock};
};

TEST_F(Example4KitTest, ReadsItsChannels) {
  RunningKit kit = run();
  kit.scan();
  EXPECT_THAT(kit.counts(), ElementsAre(100, 200, 300, 400));
}

TEST_F(Example4KitTest, AnotherChipAtItsAddressIsNotRead) {
  chip.identity = 0x12;
  RunningKit kit = run();
  kit.scan();
  EXPECT_EQ(kit.signals()[0], Signal::missing);
  ASSERT_FALSE(kit.notices.empty());
  EXPECT_THAT(kit.notices[0], HasSubstr("it says 0x12 instead of 0xe4"));
}

TEST_F(Example4KitTest, AChipThatLosesItsSupplyIsMissingForOneScan) {
  RunningKit kit = run();
  kit.scan();
  chip.reset_after(1);  // between a start and its result
  kit.scan();
  EXPECT_EQ(kit.signals()[0], Signal::missing);
  kit.scan();
  EXPECT_THAT(kit.counts(), ElementsAre(100, 200, 300, 400));
  EXPECT_THAT(kit.notices, SizeIs(1));
}

}  // namespace chairhub::template_test
