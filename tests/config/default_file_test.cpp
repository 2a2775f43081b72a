// deploy/chairhub.toml is what a person edits and the only list of all keys,
// so it has to load, hold every key and state the true defaults.

#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/config/config.h"
#include "tests/support/places.h"

namespace chairhub::default_file_test {

const std::filesystem::path default_file = source_folder() / "deploy/chairhub.toml";

// The file with every `#key = value` and `#[[table]]` switched on.
std::string with_every_key_on() {
  std::ifstream stream(default_file);
  std::string text;
  for (std::string line; std::getline(stream, line);) {
    const bool is_key = line.size() > 1 && line[0] == '#' && line[1] != ' ';
    text += (is_key ? line.substr(1) : line) + "\n";
  }
  return text;
}

TEST(DefaultFile, LoadsAsItShips) {
  const auto config = load_config(default_file);
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_EQ(config->chairs.size(), 1U);
  EXPECT_FALSE(config->mqtt.enabled) << "a file as shipped must send nothing anywhere";
}

Config everything_on() {
  auto config = parse_config(with_every_key_on(), default_file);
  if (!config) throw std::runtime_error(config.error().message);
  return *config;
}

// chair[desk].kit.rate_hz -> chair.kit.rate_hz
std::string without_names(std::string key) {
  for (auto open = key.find('['); open != std::string::npos; open = key.find('['))
    key.erase(open, key.find(']', open) - open + 1);
  return key;
}

// So that whoever adds a threshold can copy what this test prints.
TEST(DefaultFile, ExplainsEveryThreshold) {
  std::ifstream stream(default_file);
  std::ostringstream text;
  text << stream.rdbuf();
  for (const ThresholdInfo& info : threshold_table()) {
    const std::string lines =
        fmt::format("# {} ({} to {}{})\n#{} = {}\n", info.meaning, info.min, info.max,
                    info.unit == "1" ? "" : fmt::format(" {}", info.unit), info.key, Thresholds{}.*info.value);
    EXPECT_THAT(text.str(), testing::HasSubstr(lines)) << "deploy/chairhub.toml needs these lines";
  }
}

TEST(DefaultFile, HoldsEveryKeyThatTheLoaderKnows) {
  std::set<std::string> known;
  std::set<std::string> stated;
  for (const ConfigValue& value : everything_on().values) {
    known.insert(without_names(value.key));
    if (value.origin != "default") stated.insert(without_names(value.key));
  }
  EXPECT_EQ(known, stated);
}

TEST(DefaultFile, StatesTheTrueDefaults) {
  std::map<std::string, std::string> stated;
  for (const ConfigValue& value : everything_on().values) stated[value.key] = value.value;
  const auto shipped = load_config(default_file);
  ASSERT_TRUE(shipped) << shipped.error().message;
  for (const ConfigValue& value : shipped->values) {
    // What is unknown has no default; the file shows an example.
    if (value.origin == "default" && value.value != "unknown") {
      EXPECT_EQ(stated[value.key], value.value) << value.key;
    }
  }
}

}  // namespace chairhub::default_file_test
