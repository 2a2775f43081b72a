#include "drivers/finder/converter_finder.h"

#include <gmock/gmock.h>

#include "drivers/catalogue.h"
#include "drivers/finder/converter_choice.h"
#include "tests/support/chips/ads111x.h"
#include "tests/support/chips/fake_bus_clock.h"
#include "tests/support/chips/fake_i2c_bus.h"
#include "tests/support/chips/nau7802.h"
#include "tests/support/temporary_folder.h"

namespace chairhub::converter_finder_test {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// Some chip with registers, which remembers all that was ever written to it.
class Stranger final : public I2cChip {
 public:
  void reset() override {}
  std::vector<std::uint8_t> written;

 private:
  void write(std::span<const std::uint8_t> bytes) override { written.assign(bytes.begin(), bytes.end()); }
  void read(std::span<std::uint8_t> bytes) override { std::fill(bytes.begin(), bytes.end(), std::uint8_t{0x4B}); }
};

// Hands the one bus of a test to whoever opens it.
class LentBus final : public I2cBus {
 public:
  explicit LentBus(FakeI2cBus& bus) : bus_(bus) {}
  std::string name() const override { return bus_.name(); }
  BusResult<void> transfer(std::uint8_t address, std::span<const std::uint8_t> write,
                           std::span<std::uint8_t> read) override {
    longest_write = std::max(longest_write, write.size());
    return bus_.transfer(address, write, read);
  }
  BusResult<void> claim(std::uint8_t address) override { return bus_.claim(address); }

  static inline std::size_t longest_write = 0;

 private:
  FakeI2cBus& bus_;
};

class ConverterFinderTest : public testing::Test {
 protected:
  ConverterFinderTest() { LentBus::longest_write = 0; }

  Findings find() {
    FinderPlaces places{folder.path() / "dev", folder.path() / "iio", nullptr};
    places.open_i2c = [this](const std::string&) -> BusResult<std::unique_ptr<I2cBus>> {
      return std::make_unique<LentBus>(bus);
    };
    return find_converters(places);
  }
  void device(const std::string& name) {
    std::filesystem::create_directories(folder.path() / "dev");
    folder.write("dev/" + name, "");
  }
  void kernel_device(const std::string& parent, const std::string& name, int channels) {
    const std::filesystem::path real = std::filesystem::path("sys") / parent / "iio:device0";
    std::filesystem::create_directories(folder.path() / real);
    std::filesystem::create_directories(folder.path() / "iio");
    folder.write((real / "name").string(), name + "\n");
    folder.write((real / "in_voltage0_scale").string(), "0.125000\n");
    for (int i = 0; i < channels; ++i) folder.write((real / ("in_voltage" + std::to_string(i) + "_raw")).string(), "0");
    std::filesystem::create_directory_symlink(folder.path() / real, folder.path() / "iio" / "iio:device0");
  }

  TemporaryFolder folder;
  FakeBusClock clock;
  FakeI2cBus bus{clock};
  Ads111x seat{Ads111x::Kind::ads1115, clock};
  Ads111x back{Ads111x::Kind::ads1115, clock};
  Nau7802 cell{clock};
  Stranger stranger;
};

TEST_F(ConverterFinderTest, FindsBothConvertersOfTheUsualKit) {
  device("i2c-1");
  bus.put(0x48, seat);
  bus.put(0x49, back);
  const Findings findings = find();
  ASSERT_EQ(findings.converters.size(), 1U);
  EXPECT_EQ(findings.converters[0].driver, "ads1115");
  EXPECT_EQ(findings.converters[0].bus, "/dev/i2c-1");
  EXPECT_THAT(findings.converters[0].chips, ElementsAre("0x48", "0x49"));
  EXPECT_THAT(findings.remarks, IsEmpty());
}

TEST_F(ConverterFinderTest, FindsOneThatChairhubHasUsedBefore) {
  device("i2c-1");
  const std::array<std::uint8_t, 3> settings = {1, 0xC3, 0xA3};
  ASSERT_EQ(seat.transfer(settings, {}), Answer::ack);
  bus.put(0x48, seat);
  EXPECT_EQ(find().converters.size(), 1U);
}

TEST_F(ConverterFinderTest, FindsALoadCellsConverter) {
  device("i2c-1");
  bus.put(0x2A, cell);
  const Findings findings = find();
  ASSERT_EQ(findings.converters.size(), 1U);
  EXPECT_EQ(findings.converters[0].driver, "nau7802");
}

TEST_F(ConverterFinderTest, SendsAStrangerNoMoreThanARegistersNumber) {
  device("i2c-1");
  bus.put(0x4A, stranger);
  const Findings findings = find();
  EXPECT_THAT(findings.converters, IsEmpty());
  EXPECT_THAT(findings.remarks, ElementsAre(HasSubstr("0x4a on /dev/i2c-1: something answers")));
  EXPECT_EQ(LentBus::longest_write, 1U);
}

TEST_F(ConverterFinderTest, LooksNowhereElse) {
  device("i2c-1");
  bus.put(0x50, stranger);
  bus.put(0x70, stranger);
  find();
  EXPECT_EQ(stranger.transfers(), 0);
}

TEST_F(ConverterFinderTest, LeavesAChipOfTheKernelToTheKernel) {
  device("i2c-1");
  bus.put(0x48, seat);
  bus.bind_kernel_driver(0x48);
  kernel_device("1-0048", "ads1015", 8);
  const Findings findings = find();
  EXPECT_EQ(seat.transfers(), 0);
  ASSERT_EQ(findings.converters.size(), 1U);
  EXPECT_EQ(findings.converters[0].driver, "iio");
  EXPECT_THAT(findings.converters[0].chips, ElementsAre("1-0048"));
  EXPECT_EQ(findings.converters[0].channels, 8U);
  EXPECT_DOUBLE_EQ(findings.converters[0].counts_per_volt, 8000);
}

TEST_F(ConverterFinderTest, ADeviceWithoutVoltagesIsNoConverter) {
  kernel_device("1-0023", "bh1750", 0);
  EXPECT_THAT(find().converters, IsEmpty());
}

TEST_F(ConverterFinderTest, GivesUpABusThatIsHeld) {
  device("i2c-1");
  bus.put(0x48, seat);
  seat.answer_next(Answer::timeout, 100);
  const Findings findings = find();
  EXPECT_EQ(findings.remarks.size(), 1U);
  EXPECT_EQ(seat.transfers(), 1);
}

TEST_F(ConverterFinderTest, ListsSpiDevicesWithoutAskingThem) {
  device("spidev0.0");
  device("spidev0.1");
  EXPECT_EQ(find().spi_devices.size(), 2U);
}

TEST(ConverterChoiceTest, NamesChannelsAsAPadDoes) {
  EXPECT_THAT(choose_ads111x("ads1115", "/dev/i2c-1", {"0x48"}).channels, ElementsAre("0", "1", "2", "3"));
  EXPECT_EQ(choose_ads111x("ads1115", "/dev/i2c-1", {"0x48", "0x49"}).channels[5], "0x49:1");
  EXPECT_EQ(choose_ads111x("ads1115", "/dev/i2c-1", {"0x48"}, {"17", "27", "22", "23"}).channels.back(), "15");
  EXPECT_EQ(choose_mcp("mcp3008", {"/dev/spidev0.0", "/dev/spidev0.1"}, 8, {}).channels[9], "0.1:1");
  EXPECT_EQ(choose_mcp("mcp3008", {"/dev/spidev0.0"}, 4, {"17", "27", "22"}).channels.size(), 32U);
  EXPECT_EQ(choose_mcp("mcp3008", {"/dev/spidev0.0"}, 8, {"17", "27", "22", "23"}).channels.size(), max_pads);
  EXPECT_THAT(choose_hx711(20, {"21", "19"}).channels, ElementsAre("21:0", "19:0"));
  EXPECT_THAT(choose_nau7802("/dev/i2c-1", "0x70", {"0", "3"}).channels, ElementsAre("0:0", "3:0"));
}

TEST(ConverterChoiceTest, KnowsWhatCountsToExpect) {
  EXPECT_NEAR(choose_ads111x("ads1115", "", {"0x48"}).scale.full, 25'000, 100);
  EXPECT_NEAR(choose_ads111x("ads1015", "", {"0x48"}).scale.full, 1'560, 10);
  EXPECT_NEAR(choose_mcp("mcp3008", {"/dev/spidev0.0"}, 8, {}).scale.full, 970, 3);
  EXPECT_NEAR(choose_iio({"1-0048"}, 4, 8000).scale.full, 25'000, 100);
  EXPECT_TRUE(choose_hx711(20, {"21", "19"}).scale.both_ways);
}

TEST(ConverterChoiceTest, ItsOptionsAreThoseOfItsDriver) {
  for (const ConverterChoice& choice :
       {choose_ads111x("ads1115", "/dev/i2c-1", {"0x48", "0x49"}),
        choose_ads111x("ads1015", "/dev/i2c-1", {"0x48"}, {"17", "27", "22", "23"}),
        choose_nau7802("/dev/i2c-1", "0x70", {"0", "1"}),
        choose_mcp("mcp3208", {"/dev/spidev0.0"}, 8, {"17", "27", "22"}), choose_hx711(20, {"21", "19"}),
        choose_iio({"1-0048"}, 4, 0), choose_simulated("press-each-pad", "1,0", 0, 2)}) {
    const DriverInfo* driver = find_driver(choice.kit.driver);
    ASSERT_NE(driver, nullptr) << choice.kit.driver;
    const auto options = Options::check(choice.kit, driver->options);
    EXPECT_TRUE(options) << options.error().message;
    EXPECT_EQ(chair_of_channels(choice, {}).pads.size(), choice.kit.driver == "simulated" ? 0 : choice.channels.size());
  }
}

}  // namespace chairhub::converter_finder_test
