#include "drivers/hx711/hx711_chip.h"

#include <chrono>
#include <deque>
#include <memory>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "drivers/hx711/hx711_protocol.h"
#include "tests/support/chips/fake_bus_clock.h"
#include "tests/support/chips/fake_gpio.h"
#include "tests/support/chips/hx711_model.h"

namespace chairhub::hx711_test {

using namespace std::chrono_literals;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr unsigned clock_line = 20;

// Chips with a shared clock line, and their drivers.
class Bench {
 public:
  explicit Bench(std::size_t count, int gain = 128, double rate_sps = 10) : rate_sps_(rate_sps) {
    std::vector<unsigned> lines;
    for (unsigned i = 0; i < count; ++i) {
      Hx711Model& chip = chips.emplace_back(rate_sps, clock);
      lines.push_back(21 + i);
      gpio.wire_input(lines.back(), [&chip] { return chip.data(); });
      chip.set_counts(1000 * (static_cast<std::int32_t>(i) + 1));
    }
    gpio.wire_output(clock_line, [this](bool level) {
      for (Hx711Model& chip : chips) chip.set_clock(level);
    });
    const auto opened = gpio.open();
    group_ = std::make_shared<Hx711Group>(*(*opened)->request_outputs({&clock_line, 1}, "hx711"),
                                          *(*opened)->request_inputs(lines, Pull::up, "hx711"),
                                          Hx711Settings{"clock line 20 of the test", lines, gain, rate_sps}, clock);
    for (std::size_t i = 0; i < count; ++i) drivers.push_back(std::make_unique<Hx711Chip>(group_, i));
  }

  // As a kit does: the whole of a chip's setting up, at most for five seconds.
  std::string set_up(std::size_t chip) {
    if (const auto begun = drivers[chip]->initialise(); !begun) return in_words(begun.error());
    return finish_setting_up(chip);
  }
  std::string finish_setting_up(std::size_t chip) {
    for (const Nanos begun = clock.now(); clock.now() - begun < 5s;) {
      const auto wait = drivers[chip]->continue_initialising();
      if (!wait) return in_words(wait.error());
      if (*wait == Nanos(0)) return "ready";
      clock.wait(*wait);
    }
    return "never ready";
  }
  void set_up_all() {
    for (auto& driver : drivers) EXPECT_TRUE(driver->initialise());
    for (std::size_t i = 0; i < drivers.size(); ++i) EXPECT_EQ(finish_setting_up(i), "ready");
    next_scan();
  }
  void next_scan() { clock.wait(Nanos(static_cast<std::int64_t>(1.25e9 / rate_sps_))); }

  // One scan of one chip: its counts, or the error in words.
  std::string read(std::size_t chip) {
    const std::uint32_t channel[] = {0};
    if (const auto begun = drivers[chip]->begin_scan(channel); !begun) return in_words(begun.error());
    const auto counts = drivers[chip]->collect(0);
    return counts ? std::to_string(*counts) : in_words(counts.error());
  }
  std::vector<std::string> scan() {
    next_scan();
    std::vector<std::string> told;
    for (std::size_t i = 0; i < drivers.size(); ++i) told.push_back(read(i));
    return told;
  }

  FakeBusClock clock;
  FakeGpio gpio{clock};
  std::deque<Hx711Model> chips;
  std::vector<std::unique_ptr<Hx711Chip>> drivers;

 private:
  double rate_sps_;
  std::shared_ptr<Hx711Group> group_;
};

TEST(Hx711Test, ReadsFourChipsWithOneClock) {
  Bench bench(4);
  bench.set_up_all();
  bench.chips[2].set_counts(-70'000);
  EXPECT_THAT(bench.scan(), ElementsAre("1000", "2000", "-70000", "4000"));
  EXPECT_THAT(bench.scan(), ElementsAre("1000", "2000", "-70000", "4000"));
  for (const Hx711Model& chip : bench.chips) EXPECT_EQ(chip.disturbed(), 0);
}

TEST(Hx711Test, PullsTheDataLinesUpSoThatAChipThatIsNotThereIsNotReady) {
  const Bench bench(1);
  EXPECT_EQ(bench.gpio.pull(21), Pull::up);
}

TEST(Hx711Test, BeginsByResettingTheChips) {
  Bench bench(2);
  EXPECT_EQ(bench.set_up(0), "ready");
  EXPECT_EQ(bench.set_up(1), "ready");
  EXPECT_EQ(bench.chips[0].resets(), 1);
  EXPECT_EQ(bench.chips[1].resets(), 1);
}

// Its model reads half of what is there until then.
TEST(Hx711Test, BelievesNoConversionBeforeTheChipHasSettled) {
  Bench bench(1);
  const Nanos begun = bench.clock.now();
  EXPECT_EQ(bench.set_up(0), "ready");
  EXPECT_GE(bench.clock.now() - begun, 400ms);
  EXPECT_THAT(bench.scan(), ElementsAre("1000"));
}

TEST(Hx711Test, SettlesFasterWithEightyConversionsASecond) {
  Bench bench(1, 128, 80);
  const Nanos begun = bench.clock.now();
  EXPECT_EQ(bench.set_up(0), "ready");
  EXPECT_GE(bench.clock.now() - begun, 50ms);
  EXPECT_LE(bench.clock.now() - begun, 100ms);
  EXPECT_THAT(bench.scan(), ElementsAre("1000"));
}

// The model's counts are those of gain 128: a chip that converts with another gain reads a part of them.
TEST(Hx711Test, WaitsForTheGainItHasChosen) {
  for (const auto& [gain, counts] : {std::pair{64, "500"}, std::pair{32, "250"}}) {
    Bench bench(1, gain);
    const Nanos begun = bench.clock.now();
    EXPECT_EQ(bench.set_up(0), "ready");
    EXPECT_GE(bench.clock.now() - begun, 800ms) << "once after the reset, once with the gain";
    EXPECT_THAT(bench.scan(), ElementsAre(counts));
    EXPECT_THAT(bench.scan(), ElementsAre(counts));
    EXPECT_EQ(bench.chips[0].gain(), gain);
  }
}

TEST(Hx711Test, WaitsForAConversionThatIsNearlyReady) {
  Bench bench(1);
  bench.set_up_all();
  EXPECT_EQ(bench.read(0), "1000");
  // Scanned again at once, faster than the chip converts.
  EXPECT_EQ(bench.read(0), "1000");
  EXPECT_EQ(bench.chips[0].disturbed(), 0);
}

TEST(Hx711Test, ToleratesAnOscillatorThatIsSlow) {
  Bench bench(1);
  bench.chips[0].set_oscillator_error(0.15);
  bench.set_up_all();
  for (int i = 0; i < 20; ++i) EXPECT_EQ(bench.read(0), "1000");
}

TEST(Hx711Test, AChipThatIsNotThereIsSaidToBe) {
  Bench bench(1);
  bench.chips[0].unplug();
  EXPECT_THAT(bench.set_up(0), HasSubstr("hx711 at data line 21, clock line 20 of the test"));
}

TEST(Hx711Test, GivesUpOnAChipThatStopsConverting) {
  Bench bench(1);
  bench.set_up_all();
  EXPECT_EQ(bench.read(0), "1000");
  bench.chips[0].hold_conversions(true);
  const Nanos begun = bench.clock.now();
  EXPECT_THAT(bench.read(0), HasSubstr("no conversion for 250 ms"));
  EXPECT_LE(bench.clock.now() - begun, 300ms);
}

TEST(Hx711Test, AChipThatIsGoneDoesNotSpoilTheOthers) {
  Bench bench(3);
  bench.set_up_all();
  bench.chips[1].unplug();
  EXPECT_THAT(bench.scan(), ElementsAre("1000", HasSubstr("no conversion"), "3000"));
  // The kit has noticed and tries again; meanwhile nobody waits for it.
  EXPECT_TRUE(bench.drivers[1]->initialise());
  bench.next_scan();
  const Nanos begun = bench.clock.now();
  EXPECT_EQ(bench.read(0), "1000");
  EXPECT_EQ(bench.read(2), "3000");
  EXPECT_LE(bench.clock.now() - begun, 1ms);
}

TEST(Hx711Test, AChipThatIsBackComesInWithoutAResetOfTheOthers) {
  Bench bench(3, 64);
  bench.set_up_all();
  bench.chips[1].unplug();
  EXPECT_THAT(bench.scan()[1], HasSubstr("no conversion"));
  bench.chips[1].plug_in();
  const int resets = bench.chips[0].resets();
  EXPECT_TRUE(bench.drivers[1]->initialise());
  std::vector<std::string> others;
  bool is_back = false;
  for (int i = 0; i < 20 && !is_back; ++i) {
    bench.next_scan();
    const auto wait = bench.drivers[1]->continue_initialising();
    ASSERT_TRUE(wait) << in_words(wait.error());
    is_back = *wait == Nanos(0);
    others.push_back(bench.read(0));
    others.push_back(bench.read(2));
  }
  ASSERT_TRUE(is_back);
  EXPECT_THAT(bench.scan(), ElementsAre("500", "1000", "1500"));
  std::erase(others, "1500");
  EXPECT_THAT(others, Each("500"));
  EXPECT_EQ(bench.chips[0].resets(), resets);
}

// Interrupted while the clock is high: the chip has switched itself off and begins anew with gain 128.
TEST(Hx711Test, NoticesAPulseThatHasResetTheChips) {
  Bench bench(2, 64);
  bench.set_up_all();
  EXPECT_THAT(bench.scan(), ElementsAre("500", "1000"));
  bench.next_scan();
  // Of a pulse's calls the second comes with the clock high; the first look takes one call.
  bench.gpio.interrupt_call(1 + 4 * 6 + 2, 70us);
  EXPECT_THAT(bench.read(0), HasSubstr("a clock pulse took up to"));
  EXPECT_THAT(bench.read(1), HasSubstr("a clock pulse took up to"));
  for (std::size_t i = 0; i < 2; ++i) EXPECT_TRUE(bench.drivers[i]->initialise());
  for (std::size_t i = 0; i < 2; ++i) EXPECT_EQ(bench.finish_setting_up(i), "ready");
  EXPECT_THAT(bench.scan(), ElementsAre("500", "1000"));
}

// 50 us are promised, from 60 us on the chip is off: in between it may be either.
TEST(Hx711Test, BelievesNoFrameWithAPulseThatMayHaveBeenTooLong) {
  Bench bench(1);
  bench.set_up_all();
  bench.gpio.interrupt_call(1 + 4 * 3 + 2, 52us);
  EXPECT_THAT(bench.read(0), HasSubstr("50 are allowed"));
}

TEST(Hx711Test, ALongTimeWithTheClockLowDoesNoHarm) {
  Bench bench(1);
  bench.set_up_all();
  // The fourth call of a pulse reads, with the clock low.
  bench.gpio.interrupt_call(1 + 4 * 3 + 4, 500us);
  EXPECT_EQ(bench.read(0), "1000");
}

// The chip is one bit behind: what was read is about twice the weight.
TEST(Hx711Test, NoticesAPulseThatTheChipHasNotSeen) {
  Bench bench(2);
  bench.set_up_all();
  bench.chips[0].miss_pulse(10);
  EXPECT_THAT(bench.scan(), ElementsAre(HasSubstr("it has missed one"), "2000"));
  EXPECT_TRUE(bench.drivers[0]->initialise());
  bench.next_scan();
  EXPECT_EQ(bench.read(1), "2000");
  EXPECT_EQ(bench.finish_setting_up(0), "ready");
  bench.clock.wait(10ms);  // so that no chip replaces its conversion while it is being read
  EXPECT_THAT(bench.scan(), ElementsAre("1000", "2000"));
  EXPECT_EQ(bench.chips[1].resets(), 1);
}

// All ones are what a chip that is busy or off looks like, so this weight cannot be told from none.
TEST(Hx711Test, DoesNotTakeAllOnesForAWeight) {
  Bench bench(1);
  bench.set_up_all();
  bench.chips[0].set_counts(-1);
  EXPECT_THAT(bench.scan(), ElementsAre(HasSubstr("24 bits all high")));
}

TEST(Hx711Test, TheEndsOfTheRangeAreNoWeights) {
  Bench bench(2);
  bench.set_up_all();
  bench.chips[0].set_counts(hx711_lowest);
  bench.chips[1].set_counts(hx711_highest);
  EXPECT_THAT(bench.scan(), ElementsAre("-8388608", "8388607"));
  EXPECT_EQ(bench.drivers[0]->judge(hx711_lowest), Signal::out_of_range);
  EXPECT_EQ(bench.drivers[0]->judge(hx711_highest), Signal::out_of_range);
  EXPECT_EQ(bench.drivers[0]->judge(-70'000), Signal::ok);
}

TEST(Hx711Test, SaysWhatIsWrongWithTheLines) {
  Bench bench(1);
  bench.set_up_all();
  bench.gpio.break_down(BusFault::no_device);
  bench.next_scan();
  EXPECT_THAT(bench.read(0), HasSubstr("pinctrl-bcm2711"));
  bench.gpio.break_down(std::nullopt);
  EXPECT_EQ(bench.set_up(0), "ready");
  EXPECT_THAT(bench.scan(), ElementsAre("1000"));
}

TEST(Hx711Test, LeavesTheClockLowSoThatNoChipIsSwitchedOff) {
  Bench bench(1);
  bench.set_up_all();
  (void)bench.scan();
  EXPECT_FALSE(bench.gpio.level(clock_line));
}

}  // namespace chairhub::hx711_test
