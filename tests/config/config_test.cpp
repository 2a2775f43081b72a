#include "hub/config/config.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace chairhub::config_test {

using ::testing::ElementsAre;
using ::testing::SizeIs;

constexpr auto five_lines = R"([[chair]]
id = "desk"
kit = { driver = "simulated", scenario = "ordinary-office-day" }
)";

class ConfigTest : public ::testing::Test {
 protected:
  static Config read(const std::string& text, const std::string& file = "/etc/chairhub/chairhub.toml") {
    auto config = parse_config(text, file);
    if (!config) throw std::runtime_error(config.error().message);
    return *config;
  }
  static ConfigValue value(const Config& config, std::string_view key) {
    const auto found =
        std::find_if(config.values.begin(), config.values.end(), [&](const auto& v) { return v.key == key; });
    if (found == config.values.end()) throw std::runtime_error("no value " + std::string(key));
    return *found;
  }
};

TEST_F(ConfigTest, DescribesAChairInFiveLines) {
  const Config config = read(five_lines);
  ASSERT_THAT(config.chairs, SizeIs(1));
  const ChairConfig& desk = config.chairs[0];
  EXPECT_EQ(desk.chair.id, "desk");
  EXPECT_EQ(desk.chair.name, "desk");
  EXPECT_EQ(desk.kit.driver, "simulated");
  EXPECT_EQ(desk.kit.rate_hz, 10);
  EXPECT_THAT(desk.chair.pads, SizeIs(8));
  EXPECT_TRUE(desk.chair.has_backrest());
  EXPECT_FALSE(config.mqtt.enabled);
  EXPECT_EQ(config.storage.database, "/var/lib/chairhub/chairhub.db");
}

TEST_F(ConfigTest, SpeaksEnglishUntilTheFileSaysOtherwise) {
  EXPECT_EQ(read(five_lines).chairs[0].defaults.language, Language::english);
  EXPECT_EQ(read(std::string("language = \"de\"\n") + five_lines).chairs[0].defaults.language, Language::german);
  const auto other = parse_config(std::string("language = \"fr\"\n") + five_lines, "hub.toml");
  ASSERT_FALSE(other);
  EXPECT_THAT(other.error().message, testing::HasSubstr("allowed: en, de"));
}

TEST_F(ConfigTest, ArmrestsAreUnknownUntilTheFileTells) {
  EXPECT_EQ(read(five_lines).chairs[0].chair.armrests, std::nullopt);
  EXPECT_EQ(value(read(five_lines), "chair[desk].armrests").value, "unknown");
  EXPECT_EQ(read(std::string(five_lines) + "armrests = true\n").chairs[0].chair.armrests, true);
  EXPECT_EQ(read(std::string(five_lines) + "armrests = false\n").chairs[0].chair.armrests, false);
  EXPECT_FALSE(parse_config(std::string(five_lines) + "armrests = \"no\"\n", "hub.toml"));
}

TEST_F(ConfigTest, PutsTheStandardPadsWhereTheWiringSays) {
  const auto pads = read(five_lines).chairs[0].chair.pads;
  std::vector<std::string> names;
  for (const Pad& pad : pads) names.push_back(pad.name);
  EXPECT_THAT(names,
              ElementsAre("seat_rl", "seat_rr", "seat_fl", "seat_fr", "back_ll", "back_lr", "back_ul", "back_ur"));
  EXPECT_EQ(pads[0].x, -0.30);
  EXPECT_EQ(pads[3].y, 0.75);
  EXPECT_EQ(pads[7].zone, Zone::back);
}

TEST_F(ConfigTest, HandsTheKitsOwnOptionsOnWithTheirPlace) {
  const KitConfig kit = read(R"([[chair]]
id = "desk"
[chair.kit]
driver = "simulated"
rate_hz = 20
seed = 7
speed = 1.5
loop = true
scenario = "ordinary-office-day"
)")
                            .chairs[0]
                            .kit;
  EXPECT_EQ(kit.rate_hz, 20);
  EXPECT_EQ(kit.folder, "/etc/chairhub");
  EXPECT_EQ(kit.where, "/etc/chairhub/chairhub.toml:3:1");
  ASSERT_THAT(kit.options, SizeIs(4));
  const auto option = [&](std::string_view key) {
    return *std::find_if(kit.options.begin(), kit.options.end(), [&](const auto& o) { return o.key == key; });
  };
  EXPECT_EQ(std::get<std::int64_t>(option("seed").value), 7);
  EXPECT_EQ(std::get<double>(option("speed").value), 1.5);
  EXPECT_TRUE(std::get<bool>(option("loop").value));
  EXPECT_EQ(std::get<std::string>(option("scenario").value), "ordinary-office-day");
  EXPECT_EQ(option("seed").where, "/etc/chairhub/chairhub.toml:6:8");
}

TEST_F(ConfigTest, TakesPadsOfOnesOwnInvertedOnesToo) {
  const auto pads = read(R"([[chair]]
id = "cushion"
kit = { driver = "replay", file = "day.csv" }
range = [1022, 0]
[[chair.pad]]
name = "left"
zone = "seat"
x = -1
y = 0
[[chair.pad]]
name = "right"
zone = "back"
x = 1
y = 0.5
range = [10, 200]
)")
                        .chairs[0]
                        .chair.pads;
  ASSERT_THAT(pads, SizeIs(2));
  EXPECT_EQ(pads[0].range, (CountRange{1022, 0}));
  EXPECT_EQ(pads[0].x, -1);
  EXPECT_EQ(pads[1].range, (CountRange{10, 200}));
  EXPECT_EQ(pads[1].zone, Zone::back);
}

TEST_F(ConfigTest, TakesThresholdsAndSwitchesForEachChairAlone) {
  const auto chairs = read(std::string(five_lines) + R"([chair.thresholds]
static_warn_min = 12
[chair.alerts]
asymmetric = true
bent_forward = false
[[chair]]
id = "sofa"
kit = { driver = "simulated" }
)")
                          .chairs;
  ASSERT_THAT(chairs, SizeIs(2));
  EXPECT_EQ(chairs[0].defaults.thresholds.static_warn_min, 12);
  EXPECT_EQ(chairs[0].defaults.cause_on, (std::array{true, false, true, true, true}));
  EXPECT_EQ(chairs[1].defaults.thresholds.static_warn_min, Thresholds{}.static_warn_min);
  EXPECT_EQ(chairs[1].defaults.cause_on, Settings{}.cause_on);
}

TEST_F(ConfigTest, SpeaksToABrokerAsSoonAsTheFileNamesOne) {
  const MqttConfig mqtt =
      read(std::string(five_lines) + "[mqtt]\nhost = \"pi.local\"\nport = 8883\nprotocol = 5\n").mqtt;
  EXPECT_TRUE(mqtt.enabled);
  EXPECT_EQ(mqtt.host, "pi.local");
  EXPECT_EQ(mqtt.port, 8883);
  EXPECT_EQ(mqtt.protocol, 5);
  EXPECT_FALSE(read(std::string(five_lines) + "[mqtt]\nenabled = false\n").mqtt.enabled);
}

TEST_F(ConfigTest, ReadsHowHomeAssistantIsToFindTheChairs) {
  const MqttConfig mqtt =
      read(std::string(five_lines) +
           "[home_assistant]\ndiscovery = \"components\"\ndiscovery_prefix = \"ha\"\nbirth_topic = \"ha/status\"\n")
          .mqtt;
  EXPECT_EQ(mqtt.discovery, DiscoveryStyle::components);
  EXPECT_EQ(mqtt.discovery_prefix, "ha");
  EXPECT_EQ(mqtt.birth_topic, "ha/status");
  EXPECT_EQ(mqtt.birth_payload, "online");
}

TEST_F(ConfigTest, ReadsWhatIsToBeDifferentAboutAnEntity) {
  const MqttConfig mqtt = read(std::string(five_lines) +
                               "[home_assistant]\npads_every_s = 10\nobject_id = true\n"
                               "[home_assistant.entities.posture]\nname = \"Haltung\"\nenabled = false\n"
                               "[home_assistant.entities.tare]\noffered = false\n")
                              .mqtt;
  EXPECT_EQ(mqtt.pads_every_s, 10);
  EXPECT_TRUE(mqtt.object_id);
  ASSERT_EQ(mqtt.entities.size(), 2u);
  EXPECT_EQ(mqtt.entities[0].key, "posture");
  EXPECT_EQ(mqtt.entities[0].name, "Haltung");
  EXPECT_EQ(mqtt.entities[0].enabled, false);
  EXPECT_FALSE(mqtt.entities[0].icon);
  EXPECT_FALSE(mqtt.entities[1].offered);
}

TEST_F(ConfigTest, StartsRelativeFileNamesAtItsOwnFolder) {
  const Config config = read(std::string(five_lines) + R"([storage]
database = "data/log.db"
heartbeat = "/run/chairhub/heartbeat"
[mqtt]
user = "chair"
password_file = "secret"
)",
                             "/home/ann/chairhub.toml");
  EXPECT_EQ(config.storage.database, "/home/ann/data/log.db");
  EXPECT_EQ(config.storage.heartbeat, "/run/chairhub/heartbeat");
  EXPECT_EQ(config.mqtt.password_file, "/home/ann/secret");
}

TEST_F(ConfigTest, KnowsWhereEachValueComesFrom) {
  const Config config = read(std::string(five_lines) + "[mqtt]\nport = 1884\n", "c.toml");
  EXPECT_EQ(value(config, "mqtt.port").value, "1884");
  EXPECT_EQ(value(config, "mqtt.port").origin, "c.toml:5:8");
  EXPECT_EQ(value(config, "mqtt.host").value, "\"localhost\"");
  EXPECT_EQ(value(config, "mqtt.host").origin, "default");
  EXPECT_EQ(value(config, "chair[desk].thresholds.static_warn_min").value, "15");
  EXPECT_EQ(value(config, "chair[desk].kit.scenario").origin, "c.toml:3:42");
}

TEST_F(ConfigTest, APasswordMayBeACredentialOfTheService) {
  const std::string text =
      std::string(five_lines) + "[mqtt]\nuser = \"chairhub\"\npassword_file = \"credential:mqtt-password\"\n";
  ::unsetenv("CREDENTIALS_DIRECTORY");
  EXPECT_EQ(read(text).mqtt.password_file, "/etc/credstore/mqtt-password");
  ::setenv("CREDENTIALS_DIRECTORY", "/run/credentials/chairhub.service", 1);
  EXPECT_EQ(read(text).mqtt.password_file, "/run/credentials/chairhub.service/mqtt-password");
  ::unsetenv("CREDENTIALS_DIRECTORY");
}

}  // namespace chairhub::config_test
