#include "drivers/catalogue.h"

#include <cmath>
#include <set>
#include <string>

#include <gmock/gmock.h>

#include "tests/drivers/chairs.h"

namespace chairhub::catalogue_test {

using testing::HasSubstr;

std::string refusal(std::string driver, std::vector<KitOption> options) {
  const auto made = make_kit({std::move(driver), 10, std::move(options), "hub.toml:8:1", "/nowhere"}, office_chair());
  return made ? "accepted" : made.error().message;
}

TEST(CatalogueTest, RefusesAnUnknownDriverAndNamesTheKnownOnes) {
  EXPECT_EQ(refusal("simulted", {}),
            "hub.toml:8:1: there is no driver 'simulted', did you mean 'simulated'?; there are ads1015, ads1115, "
            "hx711, iio, mcp3008, mcp3208, nau7802, replay, simulated, wireless");
}

TEST(CatalogueTest, RefusesAnUnknownOption) {
  EXPECT_EQ(refusal("simulated", {{"sped", 2.0, "hub.toml:9:1"}}),
            "hub.toml:9:1: the driver 'simulated' has no option 'sped', did you mean 'speed'?; "
            "it has scenario, speed, seed, start, wiring, repeat");
}

TEST(CatalogueTest, RefusesAWrongType) {
  EXPECT_EQ(refusal("replay", {{"loop", std::string("yes"), "hub.toml:9:1"}}),
            "hub.toml:9:1: loop must be true or false");
}

TEST(CatalogueTest, RefusesAFractionWhereAWholeNumberIsWanted) {
  EXPECT_THAT(refusal("simulated", {{"seed", 1.5, "hub.toml:9:1"}}),
              HasSubstr("hub.toml:9:1: seed must be a whole number ("));
}

TEST(CatalogueTest, RefusesAValueOutOfRange) {
  EXPECT_EQ(refusal("simulated", {{"speed", -1.0, "hub.toml:9:1"}}), "hub.toml:9:1: speed is -1, allowed is 0 to 1000");
}

TEST(CatalogueTest, RefusesAValueThatIsNotANumberAtAll) {
  EXPECT_EQ(refusal("simulated", {{"speed", std::nan(""), "hub.toml:9:1"}}),
            "hub.toml:9:1: speed is nan, allowed is 0 to 1000");
}

TEST(CatalogueTest, RefusesAnOptionThatIsThereTwice) {
  EXPECT_EQ(refusal("simulated", {{"speed", 1.0, "hub.toml:9:1"}, {"speed", 2.0, "hub.toml:10:1"}}),
            "hub.toml:10:1: speed is given twice; once is allowed");
}

TEST(CatalogueTest, RefusesAReplayWithoutAFile) {
  EXPECT_EQ(
      refusal("replay", {}),
      "hub.toml:8:1: the driver 'replay' needs the option 'file': the recording to play (the name of a CSV file)");
}

TEST(CatalogueTest, TakesAWholeNumberWhereAnyNumberWillDo) {
  EXPECT_EQ(refusal("simulated", {{"speed", std::int64_t{5}, "hub.toml:9:1"}}), "accepted");
}

TEST(CatalogueTest, EveryDriverTellsAboutItselfAndItsOptions) {
  std::set<std::string_view> names;
  for (const DriverInfo& driver : driver_catalogue()) {
    EXPECT_TRUE(names.insert(driver.name).second) << driver.name;
    EXPECT_FALSE(driver.description.empty()) << driver.name;
    EXPECT_EQ(find_driver(driver.name), &driver);
    std::set<std::string_view> keys;
    for (const OptionInfo& option : driver.options) {
      EXPECT_TRUE(keys.insert(option.key).second) << option.key;
      EXPECT_FALSE(option.allowed.empty()) << option.key;
      EXPECT_FALSE(option.meaning.empty()) << option.key;
    }
  }
}

TEST(OptionsTest, GivesWhatIsConfiguredOrElseTheDefault) {
  const OptionInfo table[] = {{"port", std::int64_t{7}, "any", "a port"},
                              {"gain", 1.5, "any", "a gain"},
                              {"chip", std::string_view{"x"}, "any", "a chip"},
                              {"fast", false, "any", "speed"}};
  const KitConfig config{
      "any", 10, {{"gain", std::int64_t{2}, "hub.toml:9:1"}, {"fast", true, "hub.toml:10:1"}}, "hub.toml:8:1", "."};
  const auto options = Options::check(config, table);
  ASSERT_TRUE(options);
  EXPECT_EQ(options->integer("port"), 7);
  EXPECT_EQ(options->number("gain"), 2.0);
  EXPECT_EQ(options->text("chip"), "x");
  EXPECT_TRUE(options->flag("fast"));
  EXPECT_EQ(options->where("gain"), "hub.toml:9:1");
  EXPECT_EQ(options->where("chip"), "hub.toml:8:1");
  EXPECT_THROW((void)options->integer("gain"), std::logic_error);
  EXPECT_THROW((void)options->flag("fats"), std::logic_error);
}

}  // namespace chairhub::catalogue_test
