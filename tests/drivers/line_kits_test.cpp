// The kits of mcp3008 and hx711 as a whole, on models of their chips.

#include <deque>
#include <memory>

#include <gmock/gmock.h>

#include "drivers/hx711/hx711_kit.h"
#include "drivers/mcp3008/mcp_kit.h"
#include "tests/drivers/converters.h"
#include "tests/support/chips/fake_bus_clock.h"
#include "tests/support/chips/fake_gpio.h"
#include "tests/support/chips/fake_spi_bus.h"
#include "tests/support/chips/hx711_model.h"
#include "tests/support/chips/mux4067.h"

namespace chairhub::line_kits_test {

using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;

class McpKitTest : public testing::Test {
 protected:
  Result<std::unique_ptr<Kit>> make(const KitConfig& config, const Chair& chair) {
    const McpHardware hardware{[this](const std::string& device, std::uint32_t) -> BusResult<std::unique_ptr<SpiBus>> {
                                 if (device == "/dev/spidev0.0") return std::make_unique<FakeSpiBus>(first_, clock_);
                                 if (device == "/dev/spidev0.1") return std::make_unique<FakeSpiBus>(second_, clock_);
                                 if (device == "/dev/spidev1.0") return std::make_unique<FakeSpiBus>(twelve_, clock_);
                                 return bus_failure(BusFault::no_device, device);
                               },
                               [this](const std::string& label) { return gpio_.open(label); }, clock_};
    return made(config, mcp_options(),
                [&](const Options& options) { return make_mcp_kit_on(hardware, config, options, chair); });
  }
  std::string refusal(std::vector<KitOption> options, const std::string& driver = "mcp3008") {
    const auto kit = make(kit_config(driver, std::move(options)), chair_with(8, {0, 970}));
    return kit ? "accepted" : kit.error().message;
  }

  static std::vector<Signal> signals_of(RunningKit& kit) {
    (void)kit.scan();
    return kit.signals();
  }

  FakeBusClock clock_;
  FakeGpio gpio_{clock_};
  Mcp3xxx first_{10, 8}, second_{10, 8}, twelve_{12, 8};
};

const KitOption end_of_line{"end_of_line", true, ""};
const KitOption twelve_bits{"device", std::string("/dev/spidev1.0"), ""};

TEST_F(McpKitTest, ReadsEightPadsOfOneChip) {
  for (unsigned i = 0; i < 8; ++i) first_.set_code(i, 100 * i + 3);
  RunningKit running(make(kit_config("mcp3008"), chair_with(8, {0, 970})));
  (void)running.scan();
  EXPECT_THAT(running.counts(), ElementsAre(3, 103, 203, 303, 403, 503, 603, 703));
  EXPECT_THAT(running.signals(), Each(Signal::ok));
  EXPECT_THAT(running.kit().describe(), HasSubstr("1 mcp3008 with 8 inputs on /dev/spidev0.0"));
}

TEST_F(McpKitTest, AChipThatIsGoneDoesNotSpoilTheOther) {
  first_.set_code(0, 100);
  second_.set_code(7, 900);
  RunningKit running(
      make(kit_config("mcp3008", {{"device", std::string("/dev/spidev0.0, /dev/spidev0.1"), ""}}, {"0.0:0", "0.1:7"}),
           chair_with(2, {0, 970})));
  (void)running.scan();
  EXPECT_THAT(running.counts(), ElementsAre(100, 900));
  second_.unplug();
  for (int i = 0; i < 3; ++i) (void)running.scan();
  EXPECT_THAT(running.signals(), ElementsAre(Signal::ok, Signal::missing));
  EXPECT_THAT(running.notices, Contains(HasSubstr("answers without the null bit")));
  second_.plug_in();
  clock_.wait(std::chrono::seconds(31));
  (void)running.scan();
  EXPECT_THAT(running.signals(), Each(Signal::ok));
}

TEST_F(McpKitTest, ALineThatIsHeldHighIsAChipThatIsMissing) {
  first_.unplug(true);
  twelve_.unplug(true);
  RunningKit ten(make(kit_config("mcp3008", {end_of_line}), chair_with(8, {21, 970})));
  RunningKit twelve(make(kit_config("mcp3208", {twelve_bits, end_of_line}), chair_with(8, {85, 3'880})));
  EXPECT_THAT(signals_of(ten), Each(Signal::missing));
  EXPECT_THAT(signals_of(twelve), Each(Signal::missing));
}

// A line held at ground has a null bit that is right. Only with end-of-line resistors is it no empty chair.
TEST_F(McpKitTest, ALineThatIsHeldLowIsABrokenWireWhereThereAreEndOfLineResistors) {
  first_.unplug(false);
  twelve_.unplug(false);
  RunningKit ten(make(kit_config("mcp3008", {end_of_line}), chair_with(8, {21, 970})));
  RunningKit twelve(make(kit_config("mcp3208", {twelve_bits, end_of_line}), chair_with(8, {85, 3'880})));
  RunningKit without(make(kit_config("mcp3008"), chair_with(8, {0, 970})));
  EXPECT_THAT(signals_of(ten), Each(Signal::open_wire));
  EXPECT_THAT(signals_of(twelve), Each(Signal::open_wire));
  EXPECT_THAT(signals_of(without), Each(Signal::ok)) << "as README.md says";
}

TEST_F(McpKitTest, SeesOnePadsBrokenWireAndAnothersShortCircuit) {
  for (unsigned i = 0; i < 8; ++i) {
    first_.set_code(i, 300);
    twelve_.set_code(i, 1'200);
  }
  first_.set_code(1, 4);
  first_.set_code(2, 1'023);
  first_.set_code(3, 998);  // a pad at its end: 250 ohm and 10 kilohm
  twelve_.set_code(1, 20);
  twelve_.set_code(2, 4'095);
  twelve_.set_code(3, 3'995);
  RunningKit ten(make(kit_config("mcp3008", {end_of_line}), chair_with(4, {21, 970})));
  RunningKit twelve(make(kit_config("mcp3208", {twelve_bits, end_of_line}), chair_with(4, {85, 3'880})));
  for (RunningKit* kit : {&ten, &twelve})
    EXPECT_THAT(signals_of(*kit), ElementsAre(Signal::ok, Signal::open_wire, Signal::short_circuit, Signal::ok));
}

TEST_F(McpKitTest, RefusesAClockThatTheChipIsNotMadeForAtThisSupply) {
  const auto at = [](std::int64_t speed_hz) { return KitOption{"speed_hz", speed_hz, ""}; };
  EXPECT_EQ(refusal({at(1'350'000)}), "accepted");
  EXPECT_THAT(refusal({at(1'350'001)}), HasSubstr("10000 to 1350000"));
  EXPECT_THAT(refusal({at(9'999)}), HasSubstr("10000 to 1350000"));
  EXPECT_EQ(refusal({at(1'000'000), twelve_bits}, "mcp3208"), "accepted");
  EXPECT_EQ(refusal({at(1'000'001), twelve_bits}, "mcp3208"),
            "c.toml:2:1: speed_hz is 1000001; an MCP3208 or MCP3204 at 3.3 V is made for 1000000 at most");
}

TEST_F(McpKitTest, ReadsSixteenPadsBehindAMultiplexer) {
  const unsigned lines[] = {17, 27, 22, 23};
  Mux4067 mux(clock_);
  mux.wire(gpio_, lines);
  first_.measure_with([&mux](unsigned input) { return input == 0 ? mux.code() : 0; });
  for (unsigned i = 0; i < 16; ++i) mux.set_code(i, 50 * i + 9);
  RunningKit running(
      make(kit_config("mcp3008", {{"mux_lines", std::string("17,27,22,23"), ""}}), chair_with(16, {0, 970})));
  for (int scan = 0; scan < 2; ++scan) {
    (void)running.scan();
    for (unsigned i = 0; i < 16; ++i) EXPECT_EQ(running.counts()[i], static_cast<std::int32_t>(50 * i + 9)) << i;
  }
  EXPECT_THAT(running.kit().describe(), HasSubstr("behind a multiplexer"));
}

TEST_F(McpKitTest, RefusesOptionsThatAreNotRight) {
  EXPECT_EQ(refusal({{"inputs", std::int64_t{6}, ""}}), "c.toml:2:1: inputs is 6; these chips have 4 or 8");
  EXPECT_THAT(refusal({{"device", std::string("/dev/spidev0.0,/dev/spidev0.0"), ""}}),
              HasSubstr("c.toml:2:1: device names /dev/spidev0.0 twice"));
  EXPECT_THAT(refusal({{"device", std::string(" "), ""}}), HasSubstr("c.toml:2:1: device names no device"));
  EXPECT_THAT(refusal({{"device", std::string("/dev/spidev9.0"), ""}}), HasSubstr("c.toml:2:1: /dev/spidev9.0: "));
  EXPECT_THAT(refusal({{"speed_hz", std::int64_t{5'000'000}, ""}}), HasSubstr("10000 to 1350000"));
}

class Hx711KitTest : public testing::Test {
 protected:
  Hx711KitTest() {
    for (const unsigned line : {21U, 19U}) {
      Hx711Model& chip = chips_.emplace_back(80, clock_);
      chip.set_counts(static_cast<std::int32_t>(line) * 1000);
      gpio_.wire_input(line, [&chip] { return chip.data(); });
    }
    gpio_.wire_output(20, [this](bool level) {
      for (Hx711Model& chip : chips_) chip.set_clock(level);
    });
  }
  Result<std::unique_ptr<Kit>> make(std::vector<KitOption> options, std::size_t pads = 2) {
    const KitConfig config = kit_config("hx711", std::move(options));
    return made(config, hx711_options(), [&](const Options& checked) {
      return make_hx711_kit_on([this](const std::string& label) { return gpio_.open(label); }, clock_, config, checked,
                               chair_with(pads));
    });
  }
  std::string refusal(std::vector<KitOption> options) {
    const auto kit = make(std::move(options));
    return kit ? "accepted" : kit.error().message;
  }
  const Frame& scan(RunningKit& running) {
    clock_.wait(std::chrono::milliseconds(100));
    return running.scan();
  }

  FakeBusClock clock_;
  FakeGpio gpio_{clock_};
  std::deque<Hx711Model> chips_;
};

const KitOption two_cells{"data_lines", std::string("21, 19"), ""};
const KitOption fast{"data_rate", std::int64_t{80}, ""};

TEST_F(Hx711KitTest, ReadsTwoLoadCellsOnceTheyHaveSettled) {
  RunningKit running(make({two_cells, fast}));
  (void)running.scan();
  EXPECT_THAT(running.signals(), Each(Signal::missing));
  for (int i = 0; i < 5; ++i) (void)scan(running);
  EXPECT_THAT(running.counts(), ElementsAre(21'000, 19'000));
  EXPECT_THAT(running.signals(), Each(Signal::ok));
  EXPECT_THAT(running.notices, testing::IsEmpty());
}

// On a Pi 5 what is written waits in a bridge until somebody reads: a pulse without a read in it is none.
TEST_F(Hx711KitTest, ReadsBehindEachEdgeWhereWritesAreHeldBack) {
  gpio_.post_writes();
  RunningKit running(make({two_cells, fast, {"gain", std::int64_t{64}, ""}}));
  for (int i = 0; i < 8; ++i) (void)scan(running);
  for (int i = 0; i < 5; ++i) {
    (void)scan(running);
    EXPECT_THAT(running.counts(), ElementsAre(10'500, 9'500));
  }
  EXPECT_THAT(running.notices, testing::IsEmpty());
  for (const Hx711Model& chip : chips_) {
    EXPECT_EQ(chip.resets(), 1);
    EXPECT_EQ(chip.disturbed(), 0);
  }
}

TEST_F(Hx711KitTest, ACellThatIsGoneAndBackDoesNotSpoilTheOther) {
  RunningKit running(make({two_cells, fast}));
  for (int i = 0; i < 5; ++i) (void)scan(running);
  chips_[0].unplug();
  for (int i = 0; i < 5; ++i) {
    (void)scan(running);
    EXPECT_THAT(running.signals(), ElementsAre(Signal::missing, Signal::ok));
  }
  EXPECT_THAT(running.notices, Contains(HasSubstr("hx711 at data line 21")));
  chips_[0].plug_in();
  for (int i = 0; i < 60; ++i) {
    (void)scan(running);
    EXPECT_EQ(running.signals()[1], Signal::ok) << i;
  }
  EXPECT_THAT(running.signals(), Each(Signal::ok));
  EXPECT_EQ(chips_[1].resets(), 1);
}

TEST_F(Hx711KitTest, RefusesOptionsThatAreNotRight) {
  EXPECT_EQ(refusal({{"gain", std::int64_t{100}, ""}}), "c.toml:2:1: gain is 100; allowed: 128, 64, 32");
  EXPECT_EQ(refusal({{"data_rate", std::int64_t{40}, ""}}), "c.toml:2:1: data_rate is 40; allowed: 10, 80");
  EXPECT_THAT(refusal({two_cells}), HasSubstr("rate_hz is 10, but with 10 conversions a second 8 is the most"));
  EXPECT_THAT(refusal({fast, {"data_lines", std::string(""), ""}}), HasSubstr("c.toml:3:1: data_lines names no line"));
  gpio_.hold(20, "pcm");
  EXPECT_THAT(refusal({two_cells, fast}), HasSubstr("line 20 is held by 'pcm'"));
}

}  // namespace chairhub::line_kits_test
