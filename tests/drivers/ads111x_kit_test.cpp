#include "drivers/ads1115/ads111x_kit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/drivers/converters.h"
#include "tests/support/chips/ads111x.h"
#include "tests/support/chips/fake_bus_clock.h"
#include "tests/support/chips/fake_i2c_bus.h"

namespace chairhub::ads111x_kit_test {

using testing::AllOf;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using namespace std::chrono_literals;

class Ads111xKitTest : public testing::Test {
 protected:
  Ads111xKitTest() {
    bus->put(0x48, seat);
    bus->put(0x49, back);
    for (std::size_t input = 0; input < 4; ++input) {
      seat.set_counts(input, 1'000 + 100 * static_cast<int>(input));
      back.set_counts(input, 2'000 + 100 * static_cast<int>(input));
    }
  }
  Result<std::unique_ptr<Kit>> make(const KitConfig& config, const Chair& chair) {
    return made(config, config.driver == "ads1015" ? ads1015_options() : ads1115_options(),
                [&](const Options& options) { return make_ads111x_kit_on(bus, clock, config, options, chair); });
  }
  RunningKit run(std::vector<KitOption> options = {}, std::size_t pads = 8) {
    return RunningKit(make(kit_config("ads1115", std::move(options)), chair_with(pads)));
  }
  std::string refusal(const KitConfig& config, const Chair& chair = chair_with(8)) {
    const auto kit = make(config, chair);
    return kit ? "accepted" : kit.error().message;
  }
  void scan_for(RunningKit& kit, Nanos length) {
    for (const Nanos end = clock.now() + length; clock.now() < end; clock.wait(100ms)) kit.scan();
  }

  FakeBusClock clock;
  std::shared_ptr<FakeI2cBus> bus = std::make_shared<FakeI2cBus>(clock);
  Ads111x seat{Ads111x::Kind::ads1115, clock};
  Ads111x back{Ads111x::Kind::ads1115, clock};
};

TEST_F(Ads111xKitTest, ReadsEveryChannelOfBothChips) {
  RunningKit kit = run();
  kit.scan();
  EXPECT_THAT(kit.counts(), ElementsAre(1'000, 1'100, 1'200, 1'300, 2'000, 2'100, 2'200, 2'300));
  EXPECT_THAT(kit.signals(), Each(Signal::ok));
  EXPECT_THAT(kit.notices, IsEmpty());
}

// A driver that reads too early gets the result of the channel before.
TEST_F(Ads111xKitTest, ReadsTheRightChannelFromOscillatorsAtBothEndsOfTheirTolerance) {
  for (const double error : {-0.1, 0.1})
    for (const std::int64_t rate : {860, 475, 250, 128}) {
      seat.set_oscillator_error(error);
      back.set_oscillator_error(-error);
      RunningKit kit = run({{"data_rate", rate, ""}});
      kit.scan();
      EXPECT_THAT(kit.counts(), ElementsAre(1'000, 1'100, 1'200, 1'300, 2'000, 2'100, 2'200, 2'300)) << rate;
    }
}

TEST_F(Ads111xKitTest, WaitsForAChipThatIsSlowerThanItMayBe) {
  seat.set_oscillator_error(0.5);
  RunningKit kit = run();
  kit.scan();
  EXPECT_THAT(kit.counts(), ElementsAre(1'000, 1'100, 1'200, 1'300, 2'000, 2'100, 2'200, 2'300));
}

TEST_F(Ads111xKitTest, LetsBothChipsConvertAtTheSameTime) {
  RunningKit kit = run();
  kit.scan();
  const Nanos began = clock.now();
  kit.scan();
  // Four conversions of 4.5 ms, and 1 ms of bus for each.
  EXPECT_LE(clock.now() - began, 22ms);
}

TEST_F(Ads111xKitTest, AConversionThatNeverEndsEndsTheScanOfItsChipOnly) {
  RunningKit kit = run();
  kit.scan();
  seat.hold_conversions(true);
  const Nanos began = clock.now();
  kit.scan();
  EXPECT_LT(clock.now() - began, 40ms);
  EXPECT_THAT(kit.signals(), ElementsAre(Signal::missing, Signal::missing, Signal::missing, Signal::missing, Signal::ok,
                                         Signal::ok, Signal::ok, Signal::ok));
  scan_for(kit, 1s);
  ASSERT_THAT(kit.notices, SizeIs(1));
  EXPECT_THAT(kit.notices[0], AllOf(HasSubstr("ads1115 at 0x48 on /dev/i2c-1"), HasSubstr("does not end"),
                                    HasSubstr("pad_1, pad_2, pad_3, pad_4 are missing")));
  seat.hold_conversions(false);
  scan_for(kit, 31s);
  EXPECT_THAT(kit.signals(), Each(Signal::ok));
  EXPECT_THAT(kit.notices, SizeIs(2));
}

// An error that is taken for a value reads -1, or 0.
TEST_F(Ads111xKitTest, AnErrorIsNeverAReading) {
  RunningKit kit = run();
  kit.scan();
  seat.answer_next(Answer::nack, 1);
  kit.scan();
  EXPECT_EQ(kit.signals()[0], Signal::missing);
  EXPECT_EQ(kit.signals()[4], Signal::ok);
  kit.scan();
  EXPECT_THAT(kit.counts(), ElementsAre(1'000, 1'100, 1'200, 1'300, 2'000, 2'100, 2'200, 2'300));
}

TEST_F(Ads111xKitTest, MinusOneIsAReading) {
  seat.set_counts(1, -1);
  RunningKit kit = run();
  kit.scan();
  EXPECT_EQ(kit.counts()[1], -1);
  EXPECT_EQ(kit.signals()[1], Signal::ok);
}

// A chip that has been reset measures A0 against A1 at half the range, and says nothing.
TEST_F(Ads111xKitTest, AChipThatWasResetIsSeenAndSetUpAgain) {
  RunningKit kit = run();
  kit.scan();
  const std::vector<std::int32_t> right = kit.counts();
  // At every moment of a scan, also between a start and its result.
  for (int transfers = 0; transfers < 12; ++transfers) {
    seat.reset_after(transfers);
    kit.scan();
    for (std::size_t pad = 0; pad < 8; ++pad) {
      if (kit.signals()[pad] == Signal::ok) {
        EXPECT_EQ(kit.counts()[pad], right[pad]) << transfers;
      }
    }
    kit.scan();
    EXPECT_THAT(kit.signals(), Each(Signal::ok)) << transfers;
    EXPECT_EQ(kit.counts(), right) << transfers;
  }
  EXPECT_THAT(kit.notices, testing::Not(IsEmpty()));
}

TEST_F(Ads111xKitTest, AChipThatHoldsOtherSettingsIsNotBelieved) {
  RunningKit kit = run();
  kit.scan();
  seat.tear_next(1);  // the read-back of the settings
  kit.scan();
  EXPECT_EQ(kit.signals()[0], Signal::missing);
  kit.scan();
  EXPECT_EQ(kit.signals()[0], Signal::ok);
  ASSERT_THAT(kit.notices, SizeIs(1));
  EXPECT_THAT(kit.notices[0], AllOf(HasSubstr("its configuration reads 0x"), HasSubstr("1 such fault")));
}

TEST_F(Ads111xKitTest, AChipLeftConvertingByAnotherProgramIsStoppedFirst) {
  const std::uint8_t continuous_at_eight_sps[] = {1, 0x42, 0x03};
  ASSERT_EQ(seat.transfer(continuous_at_eight_sps, {}), Answer::ack);
  clock.wait(130ms);
  RunningKit kit = run();
  for (int k = 0; k < 4; ++k) {
    kit.scan();
    clock.wait(50ms);
  }
  EXPECT_THAT(kit.counts(), ElementsAre(1'000, 1'100, 1'200, 1'300, 2'000, 2'100, 2'200, 2'300));
  EXPECT_THAT(kit.notices, IsEmpty());
}

TEST_F(Ads111xKitTest, AChipThatVanishesComesBackByItself) {
  RunningKit kit = run();
  kit.scan();
  seat.vanish();
  scan_for(kit, 10s);
  EXPECT_EQ(kit.signals()[0], Signal::missing);
  EXPECT_EQ(kit.signals()[4], Signal::ok);
  seat.come_back();
  scan_for(kit, 31s);
  EXPECT_THAT(kit.signals(), Each(Signal::ok));
  ASSERT_THAT(kit.notices, SizeIs(2));
  EXPECT_THAT(kit.notices[0], AllOf(HasSubstr("nobody answers"), HasSubstr("i2cdetect")));
  EXPECT_THAT(kit.notices[1], HasSubstr("works again after"));
}

TEST_F(Ads111xKitTest, AChipThatIsAbsentAtStartKeepsNothingFromStarting) {
  back.vanish();
  RunningKit kit = run();
  kit.scan();
  EXPECT_EQ(kit.signals()[0], Signal::ok);
  EXPECT_EQ(kit.signals()[4], Signal::missing);
  EXPECT_THAT(kit.notices, SizeIs(1));
}

TEST_F(Ads111xKitTest, AllChipsAbsentIsSaidOnceMore) {
  seat.vanish();
  back.vanish();
  RunningKit kit = run();
  scan_for(kit, 5s);
  ASSERT_THAT(kit.notices, SizeIs(3));
  EXPECT_THAT(kit.notices[2], HasSubstr("no chip of the kit works"));
}

TEST_F(Ads111xKitTest, AChipThatTheKernelOwnsIsLeftAlone) {
  bus->bind_kernel_driver(0x48);
  RunningKit kit = run();
  kit.scan();
  EXPECT_EQ(seat.transfers(), 0);
  EXPECT_EQ(kit.signals()[4], Signal::ok);
  ASSERT_THAT(kit.notices, SizeIs(1));
  EXPECT_THAT(kit.notices[0], AllOf(HasSubstr("a kernel driver owns the chip"), HasSubstr("driver iio")));
}

TEST_F(Ads111xKitTest, AStuckMultiplexerIsCrosstalkOnceTheLoadMoves) {
  seat.copy_input(0, 1);
  RunningKit kit = run();
  for (int k = 0; k < 100; ++k) {
    for (std::size_t input = 0; input < 4; ++input)
      seat.set_counts(input, 1'000 + 50 * k + 7 * static_cast<int>(input));
    kit.scan();
  }
  EXPECT_THAT(kit.signals(), ElementsAre(Signal::crosstalk, Signal::crosstalk, Signal::ok, Signal::ok, Signal::ok,
                                         Signal::ok, Signal::ok, Signal::ok));
}

TEST_F(Ads111xKitTest, SeesShortCircuitsAndWhatIsBelowGround) {
  seat.set_volts(0, 3.3);
  seat.set_volts(1, -0.05);
  seat.set_volts(2, 3.1);
  RunningKit kit = run();
  kit.scan();
  EXPECT_THAT(kit.signals(), testing::Contains(Signal::ok).Times(6));
  EXPECT_EQ(kit.signals()[0], Signal::short_circuit);
  EXPECT_EQ(kit.signals()[1], Signal::below_ground);
}

TEST_F(Ads111xKitTest, SeesABrokenWireByItsEndOfLineResistor) {
  const KitConfig config = kit_config("ads1115", {{"end_of_line", true, ""}});
  seat.set_counts(0, 100);
  seat.set_counts(1, 540);
  RunningKit kit(make(config, chair_with(8, {550, 20'000})));
  kit.scan();
  EXPECT_EQ(kit.signals()[0], Signal::open_wire);
  EXPECT_EQ(kit.signals()[1], Signal::ok);
  EXPECT_THAT(refusal(config, chair_with(8, {0, 20'000})), AllOf(HasSubstr("c.toml:2:1: "), HasSubstr("pad_1")));
}

TEST_F(Ads111xKitTest, ReadsTheTwelveBitBrotherWithItsSign) {
  Ads111x chip{Ads111x::Kind::ads1015, clock};
  bus->put(0x4A, chip);
  chip.set_low_bits(0xB);
  chip.set_counts(0, 1'234);
  chip.set_counts(1, -2);
  RunningKit kit(make(kit_config("ads1015", {{"addresses", std::string("0x4a"), ""}}), chair_with(2)));
  kit.scan();
  EXPECT_THAT(kit.counts(), ElementsAre(1'234, -2));
}

TEST_F(Ads111xKitTest, PutsChannelsAtThePadsThatNameThem) {
  const KitConfig config = kit_config("ads1115", {}, {"0x49:3", "0x48:1"});
  RunningKit kit(make(config, chair_with(2)));
  kit.scan();
  EXPECT_THAT(kit.counts(), ElementsAre(2'300, 1'100));
}

TEST_F(Ads111xKitTest, RefusesWhatCannotBeWithPlaceAndWhatIsAllowed) {
  const auto with = [](KitOption option) { return kit_config("ads1115", {std::move(option)}); };
  EXPECT_THAT(refusal(with({"addresses", std::string("0x48, 0x50"), ""})),
              AllOf(HasSubstr("c.toml:2:1: addresses"), HasSubstr("0x48 to 0x4b")));
  EXPECT_THAT(refusal(with({"addresses", std::string("0x48 72"), ""})), HasSubstr("72 stands there twice"));
  EXPECT_THAT(refusal(with({"addresses", std::string(""), ""})), HasSubstr("0x48 to 0x4b"));
  EXPECT_THAT(refusal(with({"data_rate", std::int64_t{200}, ""})), HasSubstr("8, 16, 32, 64, 128, 250, 475, 860"));
  EXPECT_THAT(refusal(with({"data_rate", std::int64_t{8}, ""})),
              AllOf(HasSubstr("take 55"), HasSubstr("rate_hz = 10")));
  EXPECT_THAT(refusal(with({"range_volts", 5.0, ""})), HasSubstr("6.144, 4.096"));
  EXPECT_THAT(refusal(with({"range_volts", 2.048, ""})), HasSubstr("does not hold a supply of 3.3 V"));
  EXPECT_THAT(refusal(kit_config("ads1115"), chair_with(9)), HasSubstr("9 pads, but the kit only 8 channels"));
}

TEST_F(Ads111xKitTest, SaysHowItIsConfigured) {
  RunningKit kit = run();
  EXPECT_EQ(kit.kit().describe(),
            "2 ads1115 at 0x48, 0x49 on /dev/i2c-1, ±4.096 V, 250 conversions a second, a scan each 100 ms");
}

}  // namespace chairhub::ads111x_kit_test
