#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "drivers/iio/iio_kit.h"
#include "tests/drivers/converters.h"
#include "tests/support/chips/fake_bus_clock.h"
#include "tests/support/temporary_folder.h"

namespace chairhub::iio_test {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

// A tree like the kernel's: links in one folder to devices below what they hang on.
class IioKitTest : public testing::Test {
 protected:
  IioKitTest() {
    fs::create_directories(folder.path() / "bus");
    hang("1-0048", 1, {100, 200, 300, 400});
    hang("1-0049", 0, {500, 600, 700, 800});
  }
  void hang(const std::string& parent, int number, const std::vector<int>& counts) {
    const std::string name = "iio:device" + std::to_string(number);
    const fs::path device = folder.path() / "devices/i2c-1" / parent / name;
    fs::create_directories(device);
    fs::create_symlink(device, folder.path() / "bus" / name);
    for (std::size_t channel = 0; channel < counts.size(); ++channel)
      set(parent, number, channel, std::to_string(counts[channel]) + "\n");
  }
  void set(const std::string& parent, int number, std::size_t channel, const std::string& text) {
    folder.write("devices/i2c-1/" + parent + "/iio:device" + std::to_string(number) + "/in_voltage" +
                     std::to_string(channel) + "_raw",
                 text);
  }
  Result<std::unique_ptr<Kit>> make(const KitConfig& config, const Chair& chair) {
    return made(config, iio_options(), [&](const Options& options) {
      return make_iio_kit_from(folder.path() / "bus", clock, config, options, chair);
    });
  }
  RunningKit run(const std::string& devices, std::size_t pads, const std::vector<std::string>& channels = {}) {
    return RunningKit(make(kit_config("iio", {{"devices", devices, ""}}, channels), chair_with(pads)));
  }

  TemporaryFolder folder;
  FakeBusClock clock;
};

TEST_F(IioKitTest, FindsChipsByWhatTheyHangOnAndNotByTheirNumber) {
  RunningKit kit = run("1-0048, 1-0049", 8);
  kit.scan();
  EXPECT_THAT(kit.counts(), ElementsAre(100, 200, 300, 400, 500, 600, 700, 800));
  EXPECT_THAT(kit.signals(), Each(Signal::ok));
  EXPECT_THAT(kit.notices, IsEmpty());
}

TEST_F(IioKitTest, TakesAFolderAndChannelsByName) {
  const std::string device = (folder.path() / "bus/iio:device0").string();
  RunningKit kit = run(device, 2, {device + ":3", device + ":0"});
  kit.scan();
  EXPECT_THAT(kit.counts(), ElementsAre(800, 500));
}

TEST_F(IioKitTest, AChipThatIsNotThereSaysWhatIs) {
  RunningKit kit = run("1-0048, 1-004a", 8);
  kit.scan();
  EXPECT_EQ(kit.signals()[0], Signal::ok);
  EXPECT_EQ(kit.signals()[4], Signal::missing);
  ASSERT_THAT(kit.notices, SizeIs(1));
  EXPECT_THAT(kit.notices[0], AllOf(HasSubstr("nothing hangs on 1-004a"), HasSubstr("1-0048, 1-0049")));
}

TEST_F(IioKitTest, AFileThatIsGoneOrHoldsNoNumberIsNamed) {
  RunningKit kit = run("1-0048", 4);
  kit.scan();
  for (const char* odd : {"", "x\n", "12x\n", "99999999999\n"}) {
    set("1-0048", 1, 2, odd);
    kit.scan();
    EXPECT_EQ(kit.signals()[2], Signal::missing) << odd;
  }
  fs::remove(folder.path() / "devices/i2c-1/1-0048/iio:device1/in_voltage2_raw");
  RunningKit later = run("1-0048", 4);
  later.scan();
  ASSERT_FALSE(later.notices.empty());
  EXPECT_THAT(later.notices[0], AllOf(HasSubstr("/in_voltage2_raw: there is no such device"), HasSubstr("pad_3")));
}

TEST_F(IioKitTest, AChipThatTheKernelNumbersAnewIsFoundAgain) {
  RunningKit kit = run("1-0048", 4);
  kit.scan();
  fs::remove_all(folder.path() / "devices/i2c-1/1-0048");
  fs::remove(folder.path() / "bus/iio:device1");
  kit.scan();
  EXPECT_EQ(kit.signals()[0], Signal::missing);
  hang("1-0048", 7, {1, 2, 3, 4});
  kit.scan();
  EXPECT_THAT(kit.counts(), ElementsAre(1, 2, 3, 4));
}

TEST_F(IioKitTest, ChecksWiresWhenItKnowsTheSupply) {
  set("1-0048", 1, 0, "26400\n");
  const KitConfig config = kit_config("iio", {{"devices", std::string("1-0048"), ""}, {"supply_counts", 26'400.0, ""}});
  RunningKit kit(make(config, chair_with(4)));
  kit.scan();
  EXPECT_THAT(kit.signals(), ElementsAre(Signal::short_circuit, Signal::ok, Signal::ok, Signal::ok));
}

TEST_F(IioKitTest, RefusesResistorsWithoutASupplyAndAnEmptyList) {
  const auto refusal = [&](std::vector<KitOption> options) {
    const auto kit = make(kit_config("iio", std::move(options)), chair_with(4));
    return kit ? "accepted" : kit.error().message;
  };
  EXPECT_THAT(refusal({{"devices", std::string("1-0048"), ""}, {"end_of_line", true, ""}}),
              AllOf(HasSubstr("c.toml:3:1: "), HasSubstr("needs supply_counts")));
  EXPECT_THAT(refusal({{"devices", std::string(" , "), ""}}), HasSubstr("c.toml:2:1: devices names none"));
}

}  // namespace chairhub::iio_test
