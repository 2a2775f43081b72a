// An ADS1115 or ADS1015 behind an analog multiplexer: sixteen pads on one input.

#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "drivers/ads1115/ads111x_kit.h"
#include "drivers/hx711/hx711_kit.h"
#include "drivers/nau7802/nau7802_kit.h"
#include "tests/drivers/converters.h"
#include "tests/support/chips/ads111x.h"
#include "tests/support/chips/fake_bus_clock.h"
#include "tests/support/chips/fake_gpio.h"
#include "tests/support/chips/fake_i2c_bus.h"
#include "tests/support/chips/mux4067.h"

namespace chairhub::ads111x_mux_test {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::Each;
using testing::HasSubstr;

constexpr std::array<unsigned, 4> select_lines = {17, 27, 22, 23};
const KitOption lines{"mux_lines", std::string("17,27,22,23"), ""};
const KitOption one_chip{"addresses", std::string("0x48"), ""};

class Ads111xMuxTest : public testing::Test {
 protected:
  Ads111xMuxTest() {
    bus_->put(0x48, ads1115_);
    bus_->put(0x49, ads1015_);
    mux_.wire(gpio_, select_lines);
    mux_.watch([this] { disturbed_ += ads1115_.is_converting() || ads1015_.is_converting() ? 1 : 0; });
    // Each of the first two inputs has a multiplexer of its own.
    for (Ads111x* chip : {&ads1115_, &ads1015_})
      chip->measure_with([this](std::size_t input) { return static_cast<int>(mux_.code() + 100 * input); });
    for (unsigned i = 0; i < 16; ++i) mux_.set_code(i, 40 * i + 300);
  }
  Result<std::unique_ptr<Kit>> make(std::vector<KitOption> options, std::size_t pads = 16,
                                    const std::string& driver = "ads1115", double rate_hz = 10) {
    KitConfig config = kit_config(driver, std::move(options));
    config.rate_hz = rate_hz;
    const GpioOpener open = [this](const std::string& label) { return gpio_.open(label); };
    return made(config, driver == "ads1015" ? ads1015_options() : ads1115_options(), [&](const Options& checked) {
      return make_ads111x_kit_on(bus_, clock_, config, checked, chair_with(pads), open);
    });
  }
  std::string refusal(std::vector<KitOption> options, std::size_t pads = 16, double rate_hz = 10) {
    const auto kit = make(std::move(options), pads, "ads1115", rate_hz);
    return kit ? "accepted" : kit.error().message;
  }
  static std::vector<std::int32_t> loads() {
    std::vector<std::int32_t> all;
    for (int i = 0; i < 16; ++i) all.push_back(40 * i + 300);
    return all;
  }

  FakeBusClock clock_;
  FakeGpio gpio_{clock_};
  Mux4067 mux_{clock_};
  std::shared_ptr<FakeI2cBus> bus_ = std::make_shared<FakeI2cBus>(clock_);
  Ads111x ads1115_{Ads111x::Kind::ads1115, clock_};
  Ads111x ads1015_{Ads111x::Kind::ads1015, clock_};
  int disturbed_ = 0;  // how often the selection has moved under a conversion
};

TEST_F(Ads111xMuxTest, ReadsSixteenPadsOnOneInput) {
  RunningKit kit(make({one_chip, lines}));
  for (int scan = 0; scan < 3; ++scan) {
    kit.scan();
    EXPECT_EQ(kit.counts(), loads());
    EXPECT_THAT(kit.signals(), Each(Signal::ok));
  }
  EXPECT_THAT(kit.kit().describe(), HasSubstr("behind a multiplexer"));
  EXPECT_EQ(gpio_.consumer(27), "chairhub:mux");
}

TEST_F(Ads111xMuxTest, ReadsThemWithTheTwelveBitBrotherToo) {
  RunningKit kit(make({{"addresses", std::string("0x49"), ""}, lines}, 16, "ads1015"));
  kit.scan();
  EXPECT_EQ(kit.counts(), loads());
}

TEST_F(Ads111xMuxTest, ReadsTwoMultiplexersAtTwoInputsWithTheSameLines) {
  RunningKit kit(make({one_chip, lines, {"data_rate", std::int64_t{860}, ""}}, 32));
  kit.scan();
  for (std::size_t i = 0; i < 16; ++i) {
    EXPECT_EQ(kit.counts()[i], loads()[i]);
    EXPECT_EQ(kit.counts()[16 + i], loads()[i] + 100);
  }
}

TEST_F(Ads111xMuxTest, NeverMovesTheSelectionWhileTheChipConverts) {
  RunningKit kit(make({one_chip, lines}));
  for (const double error : {0.0, 0.1, 0.5, -0.1}) {
    ads1115_.set_oscillator_error(error);
    for (int scan = 0; scan < 3; ++scan) kit.scan();
    EXPECT_EQ(kit.counts(), loads()) << error;
  }
  EXPECT_GT(mux_.moves(), 100);
  EXPECT_EQ(disturbed_, 0);
}

// Whatever goes wrong in between: a chip that hangs is waited for before anything is selected.
TEST_F(Ads111xMuxTest, NeverMovesTheSelectionWhileTheChipConvertsAfterAFaultEither) {
  RunningKit kit(make({one_chip, lines}));
  kit.scan();
  for (int transfer = 0; transfer < 40; ++transfer) {
    ads1115_.answer_after(transfer, Answer::nack);
    kit.scan();
    ads1115_.hold_conversions(transfer % 8 == 0);
    kit.scan();
    ads1115_.hold_conversions(false);
    clock_.wait(31s);
    kit.scan();
    kit.scan();
    EXPECT_EQ(kit.counts(), loads()) << transfer;
  }
  EXPECT_EQ(disturbed_, 0);
}

TEST_F(Ads111xMuxTest, LetsTheInputSettleBeforeItConverts) {
  mux_.set_settling(990us);
  RunningKit patient(
      make({one_chip, lines, {"mux_settle_us", std::int64_t{1000}, ""}, {"data_rate", std::int64_t{475}, ""}}));
  patient.scan();
  EXPECT_EQ(patient.counts(), loads());
}

// The trap that the time is for.
TEST_F(Ads111xMuxTest, WithoutThatTimeWouldReadThePadBefore) {
  mux_.set_settling(2ms);
  RunningKit hasty(make({one_chip, lines, {"mux_settle_us", std::int64_t{20}, ""}}));
  hasty.scan();
  EXPECT_EQ(hasty.counts()[5], loads()[4]);
}

TEST_F(Ads111xMuxTest, RefusesARateThatSettlingAndConvertingLeaveNoTimeFor) {
  EXPECT_EQ(refusal({one_chip, lines}, 16, 20),
            "c.toml:1:1: 16 conversions of 4.7 ms, settling included, take 75.2 ms a scan, and rate_hz = 20 leaves "
            "40.0 ms for them; choose faster conversions or a lower rate_hz");
  EXPECT_EQ(refusal({one_chip, lines, {"data_rate", std::int64_t{860}, ""}}, 16, 20), "accepted");
  EXPECT_THAT(
      refusal({one_chip, lines, {"data_rate", std::int64_t{860}, ""}, {"mux_settle_us", std::int64_t{5000}, ""}}, 16,
              20),
      AllOf(HasSubstr("16 conversions of 6.4 ms"), HasSubstr("take 102")));
}

TEST_F(Ads111xMuxTest, RefusesTwoChipsBehindOneMultiplexer) {
  EXPECT_EQ(refusal({lines}), "c.toml:2:1: a multiplexer works in front of one chip, not of 2");
}

// What is in front of these chips is a bridge whose signal is smaller than what an analog switch adds to it.
TEST(LoadCellMuxTest, IsRefusedWithTheReason) {
  for (const auto& [driver, table] : {std::pair("hx711", hx711_options()), std::pair("nau7802", nau7802_options())}) {
    const auto options = Options::check(kit_config(driver, {lines}), table);
    ASSERT_FALSE(options);
    EXPECT_THAT(options.error().message,
                AllOf(HasSubstr("c.toml:2:1: mux_lines"), HasSubstr("one chip for each load cell")));
    const auto misspelt = Options::check(kit_config(driver, {{"muxlines", std::string("1"), ""}}), table);
    EXPECT_THAT(misspelt.error().message, testing::Not(HasSubstr("mux_lines")));
  }
}

}  // namespace chairhub::ads111x_mux_test
