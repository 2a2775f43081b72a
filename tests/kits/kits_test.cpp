// Each configuration in deploy/kits has a document of the same name in docs/kit
// that says what to solder. Here the pads are wired by the document's tables to
// models of the chips, and the kit is made from the configuration.

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "drivers/catalogue.h"
#include "drivers/converter/gpio_options.h"
#include "hub/config/config.h"
#include "tests/drivers/converters.h"
#include "tests/kits/bench.h"
#include "tests/kits/document.h"
#include "tests/support/places.h"

namespace chairhub::kits_test {

using testing::Each;

const std::filesystem::path source = source_folder();

std::vector<std::string> kit_names() {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(source / "deploy/kits"))
    names.insert(entry.path().stem().string());
  return {names.begin(), names.end()};
}

Config configuration(const std::string& kit) {
  auto config = load_config(source / "deploy/kits" / (kit + ".toml"));
  if (!config) throw std::runtime_error(config.error().message);
  return *std::move(config);
}

Options options_of(const ChairConfig& config) {
  const DriverInfo* driver = find_driver(config.kit.driver);
  if (driver == nullptr) throw std::runtime_error("there is no driver '" + config.kit.driver + "'");
  auto options = Options::check(config.kit, driver->options);
  if (!options) throw std::runtime_error(options.error().message);
  return *std::move(options);
}

// The lines of the bus that a driver reads its chips on: Linux decides them, no configuration.
std::map<std::string, unsigned> bus_lines(const std::string& driver) {
  if (driver == "ads1115" || driver == "nau7802") return {{"SDA", 2}, {"SCL", 3}};
  if (driver.starts_with("mcp")) return {{"CE0", 8}, {"MISO", 9}, {"MOSI", 10}, {"SCLK", 11}};
  return {};
}

// signal -> GPIO number, as the configuration has it. Data lines of the pads stand in the pads' own table.
std::map<std::string, unsigned> lines_of(const ChairConfig& config) {
  std::map<std::string, unsigned> lines = bus_lines(config.kit.driver);
  const Options options = options_of(config);
  for (const KitOption& option : config.kit.options) {
    if (option.key == "clock_line") lines["SCK"] = static_cast<unsigned>(options.integer("clock_line"));
    if (option.key != "mux_lines") continue;
    const auto select = gpio_lines(options, "mux_lines").value();
    for (std::size_t i = 0; i < select.size(); ++i) lines[fmt::format("S{}", i)] = select[i];
  }
  if (!config.indicator) return lines;
  const auto wire = [&lines](const char* signal, const std::optional<int>& line) {
    if (line) lines[signal] = static_cast<unsigned>(*line);
  };
  wire("lamp", config.indicator->led_line);
  wire("motor", config.indicator->haptic_line);
  wire("buzzer", config.indicator->buzzer_line);
  wire("button", config.indicator->button_line);
  return lines;
}

// The GPIO number at a pin of a Raspberry Pi's header; 0 where there is a supply, ground, or a pin to leave alone.
unsigned gpio_at_pin(std::size_t pin) {
  constexpr std::array<unsigned, 41> numbers = {0, 0,  0,  2, 0,  3,  0, 4,  14, 0,  15, 17, 18, 27,
                                                0, 22, 23, 0, 24, 10, 0, 9,  25, 11, 8,  0,  7,  0,
                                                0, 5,  0,  6, 12, 13, 0, 19, 16, 26, 20, 0,  21};
  return numbers.at(pin);
}

class KitTest : public testing::TestWithParam<std::string> {
 protected:
  std::vector<DocumentRow> rows(const std::vector<std::string>& columns) const {
    auto found = rows_with(source / "docs/kit" / (GetParam() + ".md"), columns);
    EXPECT_FALSE(found.empty()) << "docs/kit/" << GetParam() << ".md needs a table of " << columns.front();
    return found;
  }

  Config config_ = configuration(GetParam());
  ChairConfig& chair_ = config_.chairs.front();
};

INSTANTIATE_TEST_SUITE_P(Each, KitTest, testing::ValuesIn(kit_names()), [](const auto& kit) { return kit.param; });

TEST_P(KitTest, ItsDriverTakesItsOptions) {
  EXPECT_NO_THROW((void)options_of(chair_));
}

TEST_P(KitTest, EachPadReadsTheInputThatItsDocumentNames) {
  const auto bench = bench_for(chair_.kit);
  std::map<std::string, std::int32_t> wired;
  for (const DocumentRow& row : rows({"pad", "input"})) {
    const auto counts = static_cast<std::int32_t>(200 + 40 * wired.size());
    ASSERT_TRUE(wired.emplace(row.at("pad"), counts).second) << row.at("pad") << " is there twice";
    bench->put(row.at("input"), counts);
  }
  RunningKit kit(bench->make(chair_.kit, options_of(chair_), chair_.chair));
  // Load cells settle for some seconds.
  for (int scan = 0; scan < 100; ++scan) {
    bench->clock.wait(std::chrono::milliseconds(125));
    (void)kit.scan();
  }
  EXPECT_THAT(kit.signals(), Each(Signal::ok));
  std::map<std::string, std::int32_t> read;
  for (std::size_t i = 0; i < chair_.chair.pads.size(); ++i) read[chair_.chair.pads[i].name] = kit.counts()[i];
  EXPECT_EQ(read, wired);
}

TEST_P(KitTest, UsesTheLinesThatItsDocumentNames) {
  if (lines_of(chair_).empty()) return;  // a wireless kit has none at the Pi
  std::map<std::string, unsigned> documented;
  for (const DocumentRow& row : rows({"signal", "GPIO", "pin"}))
    documented[row.at("signal")] = static_cast<unsigned>(first_number(row.at("GPIO")));
  EXPECT_EQ(lines_of(chair_), documented);
}

TEST_P(KitTest, ItsDocumentNamesThePinOfEachLine) {
  if (lines_of(chair_).empty()) return;
  std::set<std::size_t> pins;
  const auto look = [&pins](const std::string& gpio, const std::string& pin) {
    const auto number = static_cast<std::size_t>(first_number(pin));
    EXPECT_TRUE(pins.insert(number).second) << "pin " << number << " is there twice";
    EXPECT_EQ(gpio_at_pin(number), static_cast<unsigned>(first_number(gpio))) << "pin " << number;
  };
  for (const DocumentRow& row : rows({"signal", "GPIO", "pin"})) look(row.at("GPIO"), row.at("pin"));
  for (const DocumentRow& row : rows({"pad", "input"}))
    if (row.contains("pin")) look(row.at("input"), row.at("pin"));
}

TEST_P(KitTest, EachRangeBeginsWithWhatTheResistorsOfItsDocumentGive) {
  const std::map<std::string, double> supply_counts{{"ads1115", 26'400}, {"mcp3008", 1'023}, {"mcp3208", 4'095}};
  const auto supply = supply_counts.find(chair_.kit.driver);
  if (supply == supply_counts.end()) return;  // load cells have no divider, a wireless kit nothing across its pads
  constexpr double end_of_line_kohm = 470;
  std::map<std::string, double> to_ground;
  for (const DocumentRow& row : rows({"pad", "to ground"}))
    to_ground[row.at("pad")] = first_number(row.at("to ground"));
  for (const Pad& pad : chair_.chair.pads) {
    const double kohm = to_ground.at(pad.name);
    EXPECT_EQ(pad.range.unloaded, std::lround(supply->second * kohm / (kohm + end_of_line_kohm))) << pad.name;
  }
}

// The chair of docs/kit/mounting.md: half its width, its depth, the height of its backrest.
std::pair<std::string, std::string> distances(const Pad& pad) {
  constexpr double half_width_cm = 20;
  constexpr double depth_cm = 40;
  constexpr double height_cm = 56;
  return {fmt::format("{:.0f} cm", std::abs(pad.x) * half_width_cm),
          pad.zone == Zone::seat ? fmt::format("{:.0f} cm in front of the backrest", pad.y * depth_cm)
                                 : fmt::format("{:.0f} cm above the seat", pad.y * height_cm)};
}

TEST_P(KitTest, ItsPadsStandWhereTheMountingPutsThem) {
  std::set<std::string> left_and_right;
  for (const DocumentRow& row : rows_with(source / "docs/kit/mounting.md", {"pads, left and right", "kit"})) {
    const std::string& pair = row.at("pads, left and right");
    for (const Pad& pad : chair_.chair.pads) {
      if (!pair.starts_with(pad.name + ",") && !pair.ends_with(", " + pad.name)) continue;
      left_and_right.insert(pad.name);
      EXPECT_EQ(pad.x < 0, pair.starts_with(pad.name)) << pad.name;
      EXPECT_EQ(distances(pad), std::pair(row.at("from the middle"), row.at("along"))) << pad.name;
      EXPECT_THAT(row.at("kit"), testing::HasSubstr(GetParam())) << pad.name;
    }
  }
  EXPECT_EQ(left_and_right.size(), chair_.chair.pads.size());
}

TEST_P(KitTest, SendsNothingAndLeavesTheMotorStillUntilSomebodySaysSo) {
  EXPECT_EQ(config_.mqtt.enabled, chair_.kit.driver == "wireless") << "its frames come over the broker";
  EXPECT_FALSE(config_.web.enabled);
  if (chair_.indicator) {
    EXPECT_FALSE(chair_.indicator->settings.haptic.enabled);
  }
}

TEST(StandardKit, HasThePadsOfTheStandardLayout) {
  const auto layout = parse_config("[[chair]]\nid = \"desk\"\nkit = { driver = \"ads1115\" }\n", "chairhub.toml");
  ASSERT_TRUE(layout) << layout.error().message;
  const auto places = [](const Config& config) {
    std::vector<std::tuple<std::string, Zone, double, double>> all;
    for (const Pad& pad : config.chairs.front().chair.pads) all.emplace_back(pad.name, pad.zone, pad.x, pad.y);
    return all;
  };
  EXPECT_EQ(places(configuration("standard8")), places(*layout));
}

}  // namespace chairhub::kits_test
