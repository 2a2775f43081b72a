// docs/mqtt.md and docs/home-assistant.md name every topic, key, command and
// entity that there is.

#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "hub/mqtt/discovery.h"
#include "tests/mqtt/samples.h"
#include "tests/support/places.h"

namespace chairhub::documentation_test {

using Json = nlohmann::json;
using ::testing::HasSubstr;

std::string page(const char* name) {
  std::stringstream text;
  text << std::ifstream(source_folder() / "docs" / name).rdbuf();
  return text.str();
}

std::string section(const std::string& text, const std::string& title) {
  const std::size_t begin = text.find("\n## " + title);
  EXPECT_NE(begin, std::string::npos) << title;
  return begin == std::string::npos ? "" : text.substr(begin, text.find("\n## ", begin + 1) - begin);
}

void expect_keys(const std::string& title, const std::string& payload) {
  const std::string text = section(page("mqtt.md"), title);
  const Json json = Json::parse(payload);
  for (const auto& [key, value] : json.items()) EXPECT_THAT(text, HasSubstr("`" + key + "`")) << title;
}

TEST(Documentation, NamesEveryTopic) {
  const std::string text = page("mqtt.md");
  Topics topics = desk_topics();
  for (const std::string& topic :
       {topics.availability, topics.sensors_availability, topics.state, topics.settings, topics.diag,
        topics.calibration, topics.pads, topics.obeyed, topics.alert, topics.alert_missed})
    EXPECT_THAT(text, HasSubstr("| `" + topic + "`"));
}

TEST(Documentation, NamesEveryKeyOfEveryPayload) {
  const Chair chair = desk_chair();
  expect_keys("state", unknown_state_payload());
  expect_keys("diag", diag_payload(chair, healthy()));
  expect_keys("calibration", calibration_payload(CalibrationSteps(chair), Language::english));
  expect_keys("obeyed", obeyed_payload("tare", ""));
  expect_keys("alert", alert_payload(bent_alert(1, {}), true));
}

TEST(Documentation, NamesEverySettingThatIsNoThresholdOrCause) {
  const std::string text = section(page("mqtt.md"), "settings");
  const Json settings = Json::parse(settings_payload({}, true));
  for (const auto& [key, value] : settings.items())
    if (!find_threshold(key) && !cause_from(key)) {
      EXPECT_THAT(text, HasSubstr("`" + key + "`"));
    }
}

TEST(Documentation, NamesEveryCommandThatAnEntitySends) {
  const std::string text = section(page("mqtt.md"), "Commands");
  for (const char* topic : {"set/alerts", "set/pause", "set/meeting", "set/language", "set/profile", "cmd/snooze",
                            "cmd/exercise", "cmd/tare", "cmd/calibrate"})
    EXPECT_THAT(text, HasSubstr(std::string("`") + topic + "`"));
}

TEST(Documentation, NamesEveryEntity) {
  const std::string text = section(page("home-assistant.md"), "Entities");
  const Discovery all = discover({.prefix = "homeassistant",
                                  .install_id = "0a1b2c3d",
                                  .version = "0.1.0",
                                  .chair = desk_chair(),
                                  .profiles = two_profiles(),
                                  .topics = desk_topics(),
                                  .before = {},
                                  .style = DiscoveryStyle::device,
                                  .extras = {.pads_every = Seconds{10}, .has_board_temperature = true}})
                            .value();
  for (const Component& one : all.kept.components)
    EXPECT_THAT(text, HasSubstr("`" + (one.key.starts_with("pad_") ? "pad_<name>" : one.key) + "`"));
}

}  // namespace chairhub::documentation_test
