#include "drivers/mcp3008/mcp_converter.h"

#include <array>
#include <memory>
#include <vector>

#include <gmock/gmock.h>

#include "tests/support/chips/fake_bus_clock.h"
#include "tests/support/chips/fake_spi_bus.h"
#include "tests/support/chips/mcp3xxx.h"

namespace chairhub::mcp_test {

using testing::ElementsAre;
using testing::HasSubstr;

// A converter on a bus with its chip.
struct Bench {
  explicit Bench(McpBits bits = McpBits::ten, std::uint32_t inputs = 8)
      : chip(bits == McpBits::ten ? 10 : 12, inputs), converter(make_bus(), bits, inputs) {}
  std::unique_ptr<SpiBus> make_bus() {
    auto made = std::make_unique<FakeSpiBus>(chip, clock);
    bus = made.get();
    return made;
  }
  // What a scan of these inputs brings; the text of the error where there is none.
  std::vector<std::string> scan(const std::vector<std::uint32_t>& inputs) {
    std::vector<std::string> told;
    if (const auto begun = converter.begin_scan(inputs); !begun) return {in_words(begun.error())};
    for (const auto input : inputs) {
      const auto value = converter.collect(input);
      told.push_back(value ? std::to_string(*value) : in_words(value.error()));
    }
    return told;
  }
  FakeBusClock clock;
  Mcp3xxx chip;
  FakeSpiBus* bus = nullptr;
  McpConverter converter;
};

TEST(McpProtocolTest, AsksForEachInputOfTheTenBitChips) {
  for (std::uint8_t input = 0; input < 8; ++input)
    EXPECT_THAT(mcp_request(McpBits::ten, input), ElementsAre(0x01, (8 + input) << 4, 0x00)) << int{input};
}

TEST(McpProtocolTest, AsksForEachInputOfTheTwelveBitChips) {
  EXPECT_THAT(mcp_request(McpBits::twelve, 0), ElementsAre(0x06, 0x00, 0x00));
  EXPECT_THAT(mcp_request(McpBits::twelve, 3), ElementsAre(0x06, 0xC0, 0x00));
  EXPECT_THAT(mcp_request(McpBits::twelve, 4), ElementsAre(0x07, 0x00, 0x00));
  EXPECT_THAT(mcp_request(McpBits::twelve, 7), ElementsAre(0x07, 0xC0, 0x00));
}

TEST(McpProtocolTest, RefusesAnInputThatThereIsNot) {
  EXPECT_THROW(mcp_request(McpBits::ten, 8), std::logic_error);
}

TEST(McpProtocolTest, DoesNotLookAtTheFloatingBitsBeforeTheValue) {
  EXPECT_EQ(mcp_value(McpBits::ten, {0xFF, 0xFB, 0xFF}), 1023);
  EXPECT_EQ(mcp_value(McpBits::ten, {0x00, 0x02, 0x01}), 513);
  EXPECT_EQ(mcp_value(McpBits::twelve, {0xFF, 0xEF, 0xFF}), 4095);
  EXPECT_EQ(mcp_value(McpBits::twelve, {0x00, 0x08, 0x01}), 2049);
}

TEST(McpProtocolTest, RefusesAnAnswerWithoutTheNullBit) {
  EXPECT_EQ(mcp_value(McpBits::ten, {0x00, 0x04, 0x00}), std::nullopt);
  EXPECT_EQ(mcp_value(McpBits::twelve, {0x00, 0x10, 0x00}), std::nullopt);
}

TEST(McpConverterTest, ReadsAllInputsInTheirOrderInOneCall) {
  Bench bench;
  for (unsigned input = 0; input < 8; ++input) bench.chip.set_code(input, 100 * input + 7);
  EXPECT_THAT(bench.scan({0, 1, 2, 3, 4, 5, 6, 7}), ElementsAre("7", "107", "207", "307", "407", "507", "607", "707"));
  EXPECT_EQ(bench.bus->calls(), 1);
}

TEST(McpConverterTest, ReadsTheWholeRangeOfTwelveBits) {
  Bench bench(McpBits::twelve);
  bench.chip.set_code(2, 4095);
  bench.chip.set_code(6, 2730);
  EXPECT_THAT(bench.scan({6, 2, 0}), ElementsAre("2730", "4095", "0"));
}

TEST(McpConverterTest, IsNotMisledByALineThatIdlesLow) {
  Bench bench;
  bench.chip.set_idle_level(false);
  bench.chip.set_code(1, 682);
  EXPECT_THAT(bench.scan({1}), ElementsAre("682"));
}

TEST(McpConverterTest, TellsAChipThatIsNotThereFromAFullLoad) {
  Bench bench;
  bench.chip.unplug();
  EXPECT_THAT(bench.scan({3}), ElementsAre(HasSubstr("input 3 answers without the null bit")));
  const auto begun = bench.converter.initialise();
  ASSERT_FALSE(begun);
  EXPECT_EQ(begun.error().fault, BusFault::integrity);
}

// The null bit of a line held at ground is right: only an end-of-line resistor shows this fault.
TEST(McpConverterTest, ReadsNothingFromALineThatIsHeldAtGround) {
  Bench bench;
  bench.chip.unplug(false);
  EXPECT_THAT(bench.scan({3}), ElementsAre("0"));
}

TEST(McpConverterTest, ReadsNothingOldAfterABusThatFailed) {
  Bench bench;
  bench.chip.set_code(0, 500);
  EXPECT_THAT(bench.scan({0}), ElementsAre("500"));
  bench.bus->break_down(BusFault::timeout);
  const std::uint32_t first[] = {0};
  EXPECT_FALSE(bench.converter.begin_scan(first));
  EXPECT_FALSE(bench.converter.collect(0));
}

TEST(McpConverterTest, ReadsNoInputThatWasNotAskedForInThisScan) {
  Bench bench;
  bench.chip.set_code(5, 500);
  EXPECT_THAT(bench.scan({5}), ElementsAre("500"));
  EXPECT_THAT(bench.scan({0}), ElementsAre("0"));
  EXPECT_FALSE(bench.converter.collect(5));
}

TEST(McpConverterTest, WorksAgainWhenTheChipIsBack) {
  Bench bench;
  bench.chip.set_code(0, 321);
  bench.chip.unplug();
  EXPECT_FALSE(bench.converter.initialise());
  bench.chip.plug_in();
  EXPECT_TRUE(bench.converter.initialise());
  EXPECT_THAT(bench.scan({0}), ElementsAre("321"));
}

// A chip with four inputs repeats them; hence the option `inputs`.
TEST(McpConverterTest, KnowsHowManyInputsThereAre) {
  Bench bench(McpBits::twelve, 4);
  EXPECT_EQ(bench.converter.channels(), 4U);
  EXPECT_EQ(bench.converter.name(), "mcp3204 on /dev/spidev0.0");
  EXPECT_THROW(McpConverter(bench.make_bus(), McpBits::ten, 6), std::invalid_argument);
}

// What a driver would read that asks for one chip and has the other.
TEST(McpModelTest, ChipsOfTenAndOfTwelveBitsDoNotAnswerAlike) {
  FakeBusClock clock;
  Mcp3xxx chip(12, 8);
  chip.set_code(0, 4095);
  McpConverter converter(std::make_unique<FakeSpiBus>(chip, clock), McpBits::ten, 8);
  const std::uint32_t first[] = {0};
  ASSERT_TRUE(converter.begin_scan(first));
  EXPECT_EQ(converter.collect(0), 1023);
}

// Two requests without deselecting in between: the model goes on sending the first value.
TEST(McpModelTest, NeedsToBeDeselectedBetweenTwoRequests) {
  Mcp3xxx chip(10, 8);
  chip.set_code(0, 700);
  chip.set_code(1, 300);
  std::array<std::uint8_t, 3> received{};
  chip.select();
  chip.exchange(mcp_request(McpBits::ten, 0), received);
  EXPECT_EQ(mcp_value(McpBits::ten, received), 700);
  chip.exchange(mcp_request(McpBits::ten, 1), received);
  EXPECT_NE(mcp_value(McpBits::ten, received), 300);
  EXPECT_EQ(chip.conversions(), 1);
}

}  // namespace chairhub::mcp_test
