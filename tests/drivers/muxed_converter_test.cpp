#include "drivers/converter/muxed_converter.h"

#include <chrono>
#include <memory>
#include <vector>

#include <gmock/gmock.h>

#include "drivers/converter/mux_options.h"
#include "drivers/mcp3008/mcp_converter.h"
#include "tests/support/chips/fake_bus_clock.h"
#include "tests/support/chips/fake_gpio.h"
#include "tests/support/chips/fake_spi_bus.h"
#include "tests/support/chips/mux4067.h"

namespace chairhub::muxed_converter_test {

using namespace std::chrono_literals;
using testing::HasSubstr;

constexpr unsigned select_lines[] = {17, 27, 22, 23};

// An MCP3008 whose first two inputs each have a multiplexer; both share the select lines.
class MuxedConverterTest : public testing::Test {
 protected:
  MuxedConverterTest() {
    mux_.wire(gpio_, select_lines);
    for (unsigned i = 0; i < 16; ++i) mux_.set_code(i, 10 * i + 1);
    adc_.measure_with([this](unsigned input) { return input == 0 ? mux_.code() : 500 + mux_.code(); });
  }
  std::unique_ptr<Converter> adc() {
    return std::make_unique<McpConverter>(std::make_unique<FakeSpiBus>(adc_, clock_), McpBits::ten, 8);
  }
  std::unique_ptr<MuxedConverter> muxed(Nanos settle = 200us) {
    auto select = (*gpio_.open())->request_outputs(select_lines, "mux");
    return std::make_unique<MuxedConverter>(adc(), std::move(*select), 4, settle, clock_);
  }
  static std::int32_t read(Converter& converter, std::uint32_t channel) {
    EXPECT_TRUE(converter.start(channel));
    const auto value = converter.collect(channel);
    EXPECT_TRUE(value);
    return value.value_or(-1);
  }
  Result<std::vector<std::unique_ptr<Converter>>> with_options(std::vector<KitOption> given, std::size_t chips = 1) {
    static const auto table = mux_options();
    const KitConfig config{"mcp3008", 10, std::move(given), "hub.toml:8:1", "."};
    const auto options = Options::check(config, table);
    if (!options) return tl::unexpected(options.error());
    std::vector<std::unique_ptr<Converter>> converters;
    for (std::size_t i = 0; i < chips; ++i) converters.push_back(adc());
    return behind_mux(std::move(converters), *options, clock_,
                      [this](const std::string& label) { return gpio_.open(label); });
  }
  std::string refusal(std::vector<KitOption> given, std::size_t chips = 1) {
    const auto made = with_options(std::move(given), chips);
    return made ? "accepted" : made.error().message;
  }

  FakeBusClock clock_;
  FakeGpio gpio_{clock_};
  Mux4067 mux_{clock_};
  Mcp3xxx adc_{10, 8};
};

TEST_F(MuxedConverterTest, ReadsEachPositionOfEachInput) {
  const auto converter = muxed();
  EXPECT_EQ(converter->channels(), 128U);
  for (unsigned position : {0U, 15U, 1U, 8U, 7U, 15U}) {
    EXPECT_EQ(read(*converter, position), static_cast<std::int32_t>(10 * position + 1));
    EXPECT_EQ(read(*converter, 16 + position), static_cast<std::int32_t>(501 + 10 * position));
  }
}

// The trap that the settle time is for: the reading of the input before.
TEST_F(MuxedConverterTest, WithoutSettlingWouldReadThePositionBefore) {
  const auto converter = muxed(20us);
  mux_.set_settling(100us);
  (void)read(*converter, 3);
  clock_.wait(1ms);
  EXPECT_EQ(read(*converter, 9), 31);
}

TEST_F(MuxedConverterTest, WaitsAfterSelectingAndBeforeConverting) {
  const auto converter = muxed(200us);
  mux_.set_settling(199us);
  EXPECT_EQ(read(*converter, 5), 51);
  EXPECT_EQ(read(*converter, 6), 61);
}

TEST_F(MuxedConverterTest, SelectsOnlyOnceForAllInputsAtOnePosition) {
  const auto converter = muxed();
  (void)read(*converter, 4);
  const int calls = gpio_.calls();
  (void)read(*converter, 16 + 4);
  EXPECT_EQ(gpio_.calls(), calls);
}

TEST_F(MuxedConverterTest, ReadsNothingWhenTheLinesFail) {
  const auto converter = muxed();
  (void)read(*converter, 4);
  gpio_.break_down(BusFault::no_device);
  EXPECT_FALSE(converter->start(5));
  gpio_.break_down(std::nullopt);
  // Nobody knows what is selected now, so the old position is selected anew.
  const int calls = gpio_.calls();
  EXPECT_EQ(read(*converter, 4), 41);
  EXPECT_EQ(gpio_.calls(), calls + 1);
}

TEST_F(MuxedConverterTest, SelectsAnewAfterTheChipWasSetUpAnew) {
  const auto converter = muxed();
  (void)read(*converter, 4);
  const int calls = gpio_.calls();
  EXPECT_TRUE(converter->initialise());
  (void)read(*converter, 4);
  EXPECT_EQ(gpio_.calls(), calls + 1);
}

TEST_F(MuxedConverterTest, RefusesAChannelThatThereIsNot) {
  EXPECT_THROW((void)muxed()->start(128), std::logic_error);
}

TEST_F(MuxedConverterTest, WithoutLinesThereIsNoMultiplexer) {
  const auto made = with_options({});
  ASSERT_TRUE(made);
  EXPECT_EQ(made->front()->channels(), 8U);
}

TEST_F(MuxedConverterTest, TakesItsLinesFromTheOptions) {
  const auto made = with_options({{"mux_lines", std::string("17, 27,22 ,23"), "hub.toml:9:1"}});
  ASSERT_TRUE(made) << made.error().message;
  EXPECT_EQ(made->front()->channels(), 128U);
  EXPECT_EQ(gpio_.consumer(27), "chairhub:mux");
  EXPECT_EQ(read(*made->front(), 11), 111);
}

TEST_F(MuxedConverterTest, RefusesLinesThatAreNotRight) {
  EXPECT_THAT(refusal({{"mux_lines", std::string("17,x"), "hub.toml:9:1"}}), HasSubstr("hub.toml:9:1: mux_lines"));
  EXPECT_THAT(refusal({{"mux_lines", std::string("17,17,22,23"), "hub.toml:9:1"}}), HasSubstr("17"));
  EXPECT_EQ(refusal({{"mux_lines", std::string("17,27"), "hub.toml:9:1"}}),
            "hub.toml:9:1: mux_lines names 2 lines; a multiplexer of 16 has 4, one of 8 has 3");
  EXPECT_THAT(refusal({{"mux_lines", std::string("17,27,22,58"), "hub.toml:9:1"}}),
              HasSubstr("there is no line 58; there are 0 to 57"));
}

TEST_F(MuxedConverterTest, RefusesToServeTwoChips) {
  EXPECT_EQ(refusal({{"mux_lines", std::string("17,27,22,23"), "hub.toml:9:1"}}, 2),
            "hub.toml:9:1: a multiplexer works in front of one chip, not of 2");
}

TEST_F(MuxedConverterTest, SaysWhoHoldsALine) {
  gpio_.hold(22, "lcd");
  EXPECT_THAT(refusal({{"mux_lines", std::string("17,27,22,23"), "hub.toml:9:1"}}),
              HasSubstr("line 22 is held by 'lcd'"));
}

}  // namespace chairhub::muxed_converter_test
