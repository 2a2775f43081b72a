#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "drivers/nau7802/nau7802_kit.h"
#include "drivers/nau7802/nau7802_protocol.h"
#include "tests/drivers/converters.h"
#include "tests/support/chips/fake_bus_clock.h"
#include "tests/support/chips/fake_i2c_bus.h"
#include "tests/support/chips/nau7802.h"
#include "tests/support/chips/tca9548a.h"

namespace chairhub::nau7802_test {

using testing::AllOf;
using testing::AnyOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using namespace std::chrono_literals;

const CountRange cell_range{0, 2'000'000};

TEST(Nau7802Protocol, KeepsTheSignOfTwentyFourBits) {
  const auto counts = [](std::uint8_t a, std::uint8_t b, std::uint8_t c) {
    return nau7802::counts_of(std::array<std::uint8_t, 3>{a, b, c});
  };
  EXPECT_EQ(counts(0x00, 0x00, 0x01), 1);
  EXPECT_EQ(counts(0xFF, 0xFF, 0xFF), -1);
  EXPECT_EQ(counts(0x80, 0x00, 0x00), -8'388'608);
  EXPECT_EQ(counts(0x7F, 0xFF, 0xFF), 8'388'607);
}

TEST(Nau7802Protocol, ItsEndsAreNoReadings) {
  EXPECT_TRUE(nau7802::is_out_of_range(0x7FFFFF));
  EXPECT_TRUE(nau7802::is_out_of_range(-0x800000));
  EXPECT_FALSE(nau7802::is_out_of_range(0x7FFFFE));
}

TEST(Nau7802Protocol, WritesItsSettingsAsTheDataSheetHasThem) {
  EXPECT_EQ(nau7802::ctrl1_of({128, 80, 3.0}), 5U << 3U | 7U);
  EXPECT_EQ(nau7802::ctrl1_of({1, 80, 4.5}), 0);
  EXPECT_EQ(nau7802::ctrl2_of({128, 320, 3.0}), 7U << 4U);
  EXPECT_EQ(nau7802::ctrl2_of({128, 10, 3.0}), 0);
}

// What the waits of the driver are for.
TEST(Nau7802Model, IsOffWhenItIsCalibratedBeforeItHasSettled) {
  for (const bool waits : {false, true}) {
    FakeBusClock clock;
    Nau7802 chip(clock);
    chip.set_counts(700'000);
    const auto write = [&chip](std::array<std::uint8_t, 2> bytes) { (void)chip.transfer(bytes, {}); };
    write({0x00, 0x02});
    clock.wait(1ms);
    write({0x01, 0x2F});
    write({0x00, 0x96});
    clock.wait(waits ? 700ms : 250ms);  // the supply has ramped; six conversions at 10 a second have not ended
    const auto read = [&chip](std::uint8_t reg, std::span<std::uint8_t> bytes) {
      const std::array<std::uint8_t, 1> from{reg};
      (void)chip.transfer(from, bytes);
    };
    std::array<std::uint8_t, 3> bytes{};
    write({0x02, 0x04});
    clock.wait(400ms);
    read(0x02, std::span(bytes).first(1));  // it has ended
    clock.wait(300ms);
    read(0x12, bytes);
    EXPECT_EQ(nau7802::counts_of(bytes) == 700'000, waits);
  }
}

class Nau7802KitTest : public testing::Test {
 protected:
  Nau7802KitTest() {
    bus->put(nau7802::address, cell);
    cell.set_counts(700'000);
  }
  Result<std::unique_ptr<Kit>> make(const KitConfig& config, std::size_t pads) {
    return made(config, nau7802_options(), [&](const Options& options) {
      return make_nau7802_kit_on(bus, clock, config, options, chair_with(pads, cell_range));
    });
  }
  RunningKit run(std::vector<KitOption> options = {}, std::size_t pads = 1) {
    return RunningKit(make(kit_config("nau7802", std::move(options)), pads));
  }
  std::string refusal(std::vector<KitOption> options, std::size_t pads = 1) {
    const auto kit = make(kit_config("nau7802", std::move(options)), pads);
    return kit ? "accepted" : kit.error().message;
  }
  void scan_for(RunningKit& kit, Nanos length) {
    for (const Nanos end = clock.now() + length; clock.now() < end; clock.wait(100ms)) kit.scan();
  }

  FakeBusClock clock;
  std::shared_ptr<FakeI2cBus> bus = std::make_shared<FakeI2cBus>(clock);
  Nau7802 cell{clock};
};

// Between its status and its result, too: there it would answer 0, which looks like a load taken off.
TEST_F(Nau7802KitTest, AResetBeforeAnyTransferIsNeverAReading) {
  RunningKit kit = run();
  scan_for(kit, 2s);
  for (int transfer = 0; transfer < 5; ++transfer) {
    cell.reset_after(transfer);
    kit.scan();
    if (kit.signals()[0] == Signal::ok) {
      EXPECT_EQ(kit.counts()[0], 700'000) << transfer;
    }
    scan_for(kit, 3s);
    EXPECT_EQ(kit.signals()[0], Signal::ok) << transfer;
  }
}

TEST_F(Nau7802KitTest, ReadsOnceItIsPoweredSupplyRampedAndCalibrated) {
  RunningKit kit = run();
  kit.scan();
  EXPECT_EQ(kit.signals()[0], Signal::missing);
  scan_for(kit, 2s);
  EXPECT_EQ(kit.signals()[0], Signal::ok);
  EXPECT_EQ(kit.counts()[0], 700'000);
  EXPECT_THAT(kit.notices, IsEmpty());
}

// A gain or a start takes six conversions to settle, and longer with a slow oscillator.
TEST_F(Nau7802KitTest, BelievesNoConversionBeforeTheChipHasSettledHoweverSlowItsOscillator) {
  for (const double error : {-0.1, 0.0, 0.1})
    for (const std::int64_t rate : {10, 80, 320}) {
      cell.reset();
      cell.set_oscillator_error(error);
      KitConfig config = kit_config("nau7802", {{"data_rate", rate, ""}});
      config.rate_hz = 8;
      RunningKit kit(make(config, 1));
      for (int k = 0; k < 40; ++k, clock.wait(125ms)) {
        kit.scan();
        if (kit.signals()[0] == Signal::ok) {
          EXPECT_EQ(kit.counts()[0], 700'000) << rate << " " << error;
        }
      }
      EXPECT_EQ(kit.signals()[0], Signal::ok) << rate << " " << error;
      EXPECT_THAT(kit.notices, IsEmpty());
    }
}

// The chopper clock off, the capacitor of the second input on, the LDO for a capacitor without much resistance.
TEST_F(Nau7802KitTest, SetsTheRegistersThatItsDataSheetHidesAlsoAfterAReset) {
  RunningKit kit = run();
  for (int time = 0; time < 2; ++time) {
    scan_for(kit, 2s);
    EXPECT_EQ(cell.register_value(0x15) & 0x30, 0x30);
    EXPECT_EQ(cell.register_value(0x1C) & 0x80, 0x80);
    EXPECT_EQ(cell.register_value(0x1B) & 0x40, 0);
    cell.reset();
  }
}

// Somebody may sit on the chair when the hub starts.
TEST_F(Nau7802KitTest, NeverTakesTheLoadAtStartForZero) {
  cell.set_counts(1'500'000);
  RunningKit kit = run();
  scan_for(kit, 2s);
  EXPECT_EQ(kit.counts()[0], 1'500'000);
}

TEST_F(Nau7802KitTest, NeverGivesAReadingFromBeforeItsCalibration) {
  RunningKit kit = run();
  for (int k = 0; k < 40; ++k) {
    kit.scan();
    if (kit.signals()[0] == Signal::ok) {
      EXPECT_EQ(kit.counts()[0], 700'000);
    }
    clock.wait(50ms);
  }
}

TEST_F(Nau7802KitTest, SettingUpNeverHoldsUpAScan) {
  RunningKit kit = run();
  for (int k = 0; k < 20; ++k) {
    const Nanos began = clock.now();
    kit.scan();
    EXPECT_LT(clock.now() - began, 20ms);
    clock.wait(100ms);
  }
}

// Three bytes read one by one may belong to two conversions.
TEST_F(Nau7802KitTest, NeverMixesTwoConversions) {
  cell.alternate(0x00FFFF, 0x010000);
  RunningKit kit = run();
  scan_for(kit, 2s);
  for (int k = 0; k < 500; ++k) {
    kit.scan();
    EXPECT_THAT(kit.counts()[0], AnyOf(0x00FFFF, 0x010000));
    clock.wait(7ms);
  }
}

TEST_F(Nau7802KitTest, WhatNeverEndsIsAnErrorInTime) {
  struct Case {
    void (Nau7802::*hold)(bool);
    const char* says;
  };
  for (const Case& wrong : {Case{&Nau7802::hold_power_up, "does not power up"},
                            Case{&Nau7802::hold_calibration, "its calibration never ends"},
                            Case{&Nau7802::fail_calibration, "its own calibration has failed"},
                            Case{&Nau7802::hold_conversions, "its conversion does not end"}}) {
    cell.reset();
    (cell.*wrong.hold)(true);
    RunningKit kit = run();
    scan_for(kit, 4s);
    ASSERT_FALSE(kit.notices.empty()) << wrong.says;
    EXPECT_THAT(kit.notices[0], HasSubstr(wrong.says));
    EXPECT_EQ(kit.signals()[0], Signal::missing);
    (cell.*wrong.hold)(false);
    scan_for(kit, 40s);
    EXPECT_EQ(kit.signals()[0], Signal::ok) << wrong.says;
    EXPECT_EQ(kit.counts()[0], 700'000);
  }
}

TEST_F(Nau7802KitTest, AChipThatWasResetIsSetUpAndCalibratedAgain) {
  RunningKit kit = run();
  scan_for(kit, 2s);
  cell.reset();
  kit.scan();
  EXPECT_EQ(kit.signals()[0], Signal::missing);
  scan_for(kit, 2s);
  EXPECT_EQ(kit.signals()[0], Signal::ok);
  EXPECT_EQ(kit.counts()[0], 700'000);
}

TEST_F(Nau7802KitTest, ALoadCellBeyondItsRangeIsNoReading) {
  RunningKit kit = run();
  scan_for(kit, 2s);
  for (const std::int32_t counts : {9'000'000, -9'000'000}) {
    cell.set_counts(counts);
    clock.wait(100ms);
    kit.scan();
    EXPECT_EQ(kit.signals()[0], Signal::out_of_range);
  }
}

TEST_F(Nau7802KitTest, ReadsSeveralChipsOfOneAddressBehindAMultiplexer) {
  Tca9548a multiplexer;
  Nau7802 left{clock};
  Nau7802 right{clock};
  auto behind = std::make_shared<FakeI2cBus>(clock);
  behind->put(0x70, multiplexer);
  behind->put_behind(multiplexer, 0, nau7802::address, left);
  behind->put_behind(multiplexer, 5, nau7802::address, right);
  left.set_counts(111'111);
  right.set_counts(222'222);
  bus = behind;
  RunningKit kit = run({{"multiplexer", std::string("0x70"), ""}, {"ports", std::string("0, 5"), ""}}, 2);
  scan_for(kit, 2s);
  EXPECT_THAT(kit.counts(), ElementsAre(111'111, 222'222));
  right.vanish();
  scan_for(kit, 2s);
  EXPECT_THAT(kit.signals(), ElementsAre(Signal::ok, Signal::missing));
  ASSERT_THAT(kit.notices, SizeIs(1));
  EXPECT_THAT(kit.notices[0], AllOf(HasSubstr("behind port 5 of the multiplexer at 0x70"), HasSubstr("the pad pad_2")));
}

TEST_F(Nau7802KitTest, RefusesWhatCannotBeWithPlaceAndWhatIsAllowed) {
  EXPECT_THAT(refusal({{"gain", std::int64_t{100}, ""}}), HasSubstr("c.toml:2:1: gain is 100; allowed: 1, 2, 4"));
  EXPECT_THAT(refusal({{"data_rate", std::int64_t{50}, ""}}), HasSubstr("allowed: 10, 20, 40, 80, 320"));
  EXPECT_THAT(refusal({{"data_rate", std::int64_t{10}, ""}}), HasSubstr("too slow for rate_hz = 10"));
  EXPECT_THAT(refusal({{"ldo_volts", 3.1, ""}}), HasSubstr("ldo_volts is 3.1"));
  EXPECT_THAT(refusal({{"ports", std::string("0, 1"), ""}}), HasSubstr("give its address with multiplexer"));
  EXPECT_THAT(refusal({{"multiplexer", std::string("0x48"), ""}}), HasSubstr("0x70 to 0x77"));
  EXPECT_THAT(refusal({{"multiplexer", std::string("0x70"), ""}, {"ports", std::string("8"), ""}}),
              HasSubstr("0 to 7, each once"));
  EXPECT_THAT(refusal({}, 2), HasSubstr("2 pads, but the kit only 1 channel (0x2a:0)"));
}

}  // namespace chairhub::nau7802_test
