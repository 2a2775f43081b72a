#include "hub/mqtt/discovery.h"

#include <functional>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/mqtt/contract.h"
#include "tests/mqtt/golden.h"
#include "tests/mqtt/samples.h"

namespace chairhub::discovery_test {

using Json = nlohmann::json;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

const std::string desk_config = "homeassistant/device/chairhub_0a1b2c3d_desk/config";

class DiscoveryMessage : public ::testing::Test {
 protected:
  Discovery made(const Chair& chair, std::vector<Announced> before = {}, DiscoveryStyle style = DiscoveryStyle::device,
                 std::vector<EntityWish> wishes = {}) {
    return asked(chair, before, style, wishes).value();
  }
  Result<Discovery> asked(const Chair& chair, const std::vector<Announced>& before, DiscoveryStyle style,
                          const std::vector<EntityWish>& wishes) {
    const Topics topics = chair_topics("chairhub", chair.id).value();
    return discover({.prefix = "homeassistant",
                     .install_id = "0a1b2c3d",
                     .version = "0.1.0",
                     .chair = chair,
                     .profiles = two_profiles(),
                     .topics = topics,
                     .before = before,
                     .style = style,
                     .extras = {.pads_every = Seconds{10}, .has_board_temperature = true},
                     .wishes = wishes});
  }
  static Json only_message(const Discovery& discovery) { return Json::parse(discovery.announcement.at(0).payload); }
  Json message(const Chair& chair) { return only_message(made(chair)); }

  Announcement announcement(const Chair& chair) {
    const Topics topics = chair_topics("chairhub", chair.id).value();
    const Discovery discovery = made(chair);
    return {.topic = discovery.kept.topic,
            .message = only_message(discovery),
            .published = {{topics.availability, "online"},
                          {topics.sensors_availability, "online"},
                          {topics.state, state_payload(bent_over(), true)},
                          {topics.settings, settings_payload({}, true)},
                          {topics.diag, diag_payload(chair, healthy())},
                          {topics.calibration, calibration_payload(CalibrationSteps(chair), Language::english)},
                          {topics.pads, pads_payload(chair, std::vector<PadReading>(chair.pads.size()))},
                          {topics.alert, alert_payload(bent_alert(1, {}), true)}},
            .never_retained = {topics.alert, topics.pads}};
  }
  // What the contract says once `spoil` has changed a good message.
  std::vector<std::string> faults_after(const std::function<void(Json&)>& spoil) {
    Announcement spoilt = announcement(desk_chair());
    spoil(spoilt.message);
    return contract_faults(spoilt);
  }
};

TEST_F(DiscoveryMessage, NamesTheHubsAvailabilityWhereAChairSharesItsConnection) {
  Topics topics = desk_topics();
  topics.hub_availability = "chairhub/hub.0a1b2c3d/availability";
  const Json message =
      only_message(discover({"homeassistant", "0a1b2c3d", "0.1.0", desk_chair(), two_profiles(), topics, {}}).value());
  const auto topics_of = [](const Json& availability) {
    std::vector<std::string> all;
    for (const Json& one : availability) all.push_back(one.at("topic"));
    return all;
  };
  EXPECT_THAT(topics_of(message.at("availability")), ElementsAre(topics.hub_availability, topics.availability));
  EXPECT_THAT(topics_of(message.at("cmps").at("posture").at("availability")),
              ElementsAre(topics.hub_availability, topics.availability, topics.sensors_availability));
}

TEST_F(DiscoveryMessage, KeepsTheContractWithHomeAssistant) {
  EXPECT_THAT(contract_faults(announcement(desk_chair())), IsEmpty());
  EXPECT_THAT(contract_faults(announcement(stool())), IsEmpty());
}

TEST_F(DiscoveryMessage, KeepsItWhateverTheChairIsCalled) {
  for (const char* id : {"a", "_", "-", "desk-2", "__x--y__", "0"}) {
    Chair chair = desk_chair();
    chair.id = id;
    EXPECT_THAT(contract_faults(announcement(chair)), IsEmpty()) << id;
  }
}

TEST_F(DiscoveryMessage, NeverChangesItsIdentities) {
  Json identities;
  const Json all = message(desk_chair())["cmps"];
  for (const auto& [key, component] : all.items())
    for (const char* field : {"p", "unique_id", "default_entity_id", "device_class", "unit_of_measurement",
                              "state_class", "entity_category", "options", "event_types"})
      if (component.contains(field)) identities[key][field] = component[field];
  expect_golden("identities.json", identities.dump());
}

TEST_F(DiscoveryMessage, OffersTheEntitiesPeopleExpect) {
  const Json all = message(desk_chair())["cmps"];
  for (const char* key : {"occupied",        "posture",         "sitting_too_long",
                          "bent_forward",    "static_too_long", "unsupported_upright",
                          "asymmetric",      "alert",           "sitting_today",
                          "session",         "static_for",      "last_break",
                          "shifts_per_hour", "supported_share", "alerts_on",
                          "pause",           "snooze_30",       "tare",
                          "fault",           "sit_alert_min",   "break_full_min"})
    EXPECT_TRUE(all.contains(key)) << key;
  EXPECT_EQ(all["asymmetric"]["enabled_by_default"], false);
  EXPECT_EQ(all["posture"]["options"].size(), 7u);
}

TEST_F(DiscoveryMessage, OffersNothingAStoolCannotKnow) {
  const Json all = message(stool())["cmps"];
  for (const char* key : {"unsupported_upright", "supported_share", "unsupported_warn_min"})
    EXPECT_FALSE(all.contains(key)) << key;
  EXPECT_THAT(all["alert"]["event_types"], Contains("unsupported_upright")) << "a superset for ever";
}

TEST_F(DiscoveryMessage, TakesTheRangesFromTheTableOfThresholds) {
  const Json all = message(desk_chair())["cmps"];
  for (const char* key :
       {"sit_alert_min", "forward_warn_min", "static_warn_min", "unsupported_warn_min", "break_full_min"}) {
    EXPECT_EQ(all[key]["min"], find_threshold(key)->min);
    EXPECT_EQ(all[key]["max"], find_threshold(key)->max);
    EXPECT_EQ(all[key]["unit_of_measurement"], find_threshold(key)->unit);
    EXPECT_EQ(all[key]["command_topic"], "chairhub/desk/set/" + std::string(key));
  }
}

TEST_F(DiscoveryMessage, KeepsTwoChairsAndTwoHubsApart) {
  Chair other = desk_chair();
  other.id = "desk-alert";
  std::set<std::string> ids;
  std::size_t count = 0;
  for (const Chair& chair : {desk_chair(), other}) {
    const Json all = message(chair)["cmps"];
    for (const auto& [key, component] : all.items()) ids.insert(component["unique_id"]);
    count += all.size();
  }
  EXPECT_EQ(ids.size(), count);
  EXPECT_NE(device_id("0a1b2c3d", "desk"), device_id("ffffffff", "desk"));
}

TEST_F(DiscoveryMessage, RemovesComponentsOfAnEarlierRun) {
  Announced before = made(desk_chair()).kept;
  EXPECT_THAT(made(desk_chair(), {before}).before, IsEmpty()) << "nothing is gone";
  before.components.push_back({"raw_seat", "sensor"});
  const Discovery after = made(desk_chair(), {before});
  ASSERT_EQ(after.before.size(), 1u);
  const Json removal = Json::parse(after.before[0].at(0).payload)["cmps"];
  EXPECT_EQ(removal["raw_seat"], (Json{{"p", "sensor"}}));
  EXPECT_TRUE(removal.contains("posture")) << "and keeps the others";
  EXPECT_FALSE(only_message(after)["cmps"].contains("raw_seat"));
  EXPECT_THAT(after.kept.components, Not(Contains(Component{"raw_seat", "sensor"})));
}

TEST_F(DiscoveryMessage, RemovesAKeyBeforeItComesBackAsAnotherPlatform) {
  const Discovery after = made(desk_chair(), {{desk_config, {{"posture", "select"}}}});
  ASSERT_EQ(after.before.size(), 1u);
  EXPECT_EQ(Json::parse(after.before[0].at(0).payload)["cmps"]["posture"], (Json{{"p", "select"}}));
  EXPECT_EQ(only_message(after)["cmps"]["posture"]["p"], "sensor");
}

TEST_F(DiscoveryMessage, AnnouncesEachComponentByItselfWhereAsked) {
  const Discovery all = made(desk_chair(), {}, DiscoveryStyle::components);
  const Json device = message(desk_chair());
  ASSERT_EQ(all.announcement.size(), device["cmps"].size());
  for (const ConfigMessage& one : all.announcement) {
    const Json component = Json::parse(one.payload);
    EXPECT_EQ(component["dev"], device["dev"]);
    EXPECT_FALSE(component.contains("p")) << "it stands in the topic";
    EXPECT_TRUE(component.contains("availability"));
  }
  EXPECT_EQ(all.announcement.at(0).topic, "homeassistant/binary_sensor/chairhub_0a1b2c3d_desk/occupied/config");
  EXPECT_EQ(Json::parse(all.announcement.at(0).payload)["unique_id"], device["cmps"]["occupied"]["unique_id"]);
}

TEST_F(DiscoveryMessage, MigratesBetweenTheStylesWithoutLosingAnEntity) {
  const Announced device = made(desk_chair()).kept;
  const Announced single = made(desk_chair(), {}, DiscoveryStyle::components).kept;
  const Discovery there = made(desk_chair(), {device}, DiscoveryStyle::components);
  ASSERT_EQ(there.before.size(), 2u);
  EXPECT_EQ(there.before[0].at(0).topic, desk_config);
  EXPECT_EQ(there.before[0].at(0).payload, R"({"migrate_discovery":true})");
  EXPECT_EQ(there.before[1].at(0).topic, desk_config);
  EXPECT_EQ(there.before[1].at(0).payload, "");

  const Discovery back = made(desk_chair(), {single});
  ASSERT_EQ(back.before.size(), 2u);
  EXPECT_EQ(back.before[0].size(), single.components.size());
  EXPECT_EQ(back.before[0].at(0).payload, R"({"migrate_discovery":true})");
  EXPECT_EQ(back.before[1].size(), single.components.size());
  EXPECT_EQ(back.before[1].at(0).payload, "");
}

TEST_F(DiscoveryMessage, TakesItselfAwayWhenSwitchedOffOrAnnouncedElsewhere) {
  const Announced before = made(desk_chair()).kept;
  const Discovery off = made(desk_chair(), {before}, DiscoveryStyle::off);
  EXPECT_THAT(off.announcement, IsEmpty());
  ASSERT_EQ(off.before.size(), 1u);
  EXPECT_EQ(off.before[0].at(0).topic, desk_config);
  EXPECT_EQ(off.before[0].at(0).payload, "");

  const Announced elsewhere{"ha/device/chairhub_0a1b2c3d_desk/config", before.components};
  const Discovery moved = made(desk_chair(), {elsewhere});
  ASSERT_EQ(moved.before.size(), 1u);
  EXPECT_EQ(moved.before[0].at(0).topic, elsewhere.topic);
  EXPECT_EQ(moved.before[0].at(0).payload, "");
  EXPECT_EQ(moved.announcement.at(0).topic, desk_config);
}

TEST_F(DiscoveryMessage, TakesAwayWhatSeveralEarlierRunsMayHaveLeft) {
  const Announced single = made(desk_chair(), {}, DiscoveryStyle::components).kept;
  const Announced elsewhere{"ha/device/chairhub_0a1b2c3d_desk/config", single.components};
  const Discovery after = made(desk_chair(), {elsewhere, single, made(desk_chair()).kept});
  ASSERT_EQ(after.before.size(), 3u);
  EXPECT_EQ(after.before[2].size(), single.components.size());
}

TEST_F(DiscoveryMessage, LooksAsItsOwnerWishes) {
  EntityWish posture;
  posture.key = "posture";
  posture.name = "Haltung";
  posture.enabled = false;
  EntityWish tare;
  tare.key = "tare";
  tare.offered = false;
  const Json all = only_message(made(desk_chair(), {}, DiscoveryStyle::device, {posture, tare}))["cmps"];
  EXPECT_EQ(all["posture"]["name"], "Haltung");
  EXPECT_EQ(all["posture"]["enabled_by_default"], false);
  EXPECT_EQ(all["posture"]["unique_id"], message(desk_chair())["cmps"]["posture"]["unique_id"]);
  EXPECT_FALSE(all.contains("tare"));
}

TEST_F(DiscoveryMessage, RefusesAWishForAnEntityThatNoChairHas) {
  EntityWish wish;
  const auto refusal = [&](const char* key) {
    wish.key = key;
    wish.name = "x";
    return asked(stool(), {}, DiscoveryStyle::device, {wish});
  };
  EXPECT_THAT(refusal("postur").error().message, HasSubstr("home_assistant.entities.postur"));
  EXPECT_THAT(refusal("occupied").error().message, HasSubstr("the chair itself"));
  EXPECT_TRUE(refusal("supported_share")) << "another chair may have it";
}

TEST_F(DiscoveryMessage, RefusesAPrefixOrAnInstallationIdThatCannotBe) {
  const Chair chair = desk_chair();
  const Topics topics = desk_topics();
  const auto with = [&](const char* prefix, const char* install_id) {
    return discover({prefix, install_id, "0.1.0", chair, two_profiles(), topics, {}});
  };
  EXPECT_THAT(with("home/#", "0a1b2c3d").error().message, HasSubstr("home_assistant.discovery_prefix"));
  EXPECT_THAT(with("homeassistant", "raspberry pi").error().message, HasSubstr("installation id"));
  EXPECT_THAT(with("homeassistant", "").error().message, HasSubstr("4 to 32"));
}

TEST_F(DiscoveryMessage, BreaksTheContractWhenSpoilt) {
  const std::vector<std::pair<std::string, std::function<void(Json&)>>> cases = {
      {"unknown key", [](Json& m) { m["retain"] = true; }},
      {"unknown key", [](Json& m) { m["dev"]["colour"] = "red"; }},
      {"unknown key", [](Json& m) { m["o"]["author"] = "me"; }},
      {"no identifier", [](Json& m) { m["dev"].erase("ids"); }},
      {"origin has no name", [](Json& m) { m.erase("o"); }},
      {"no known platform", [](Json& m) { m["cmps"]["posture"].erase("p"); }},
      {"no unique_id", [](Json& m) { m["cmps"]["posture"].erase("unique_id"); }},
      {"shares its unique_id", [](Json& m) { m["cmps"]["posture"]["unique_id"] = m["cmps"]["session"]["unique_id"]; }},
      {"default_entity_id", [](Json& m) { m["cmps"]["posture"]["default_entity_id"] = "desk_posture"; }},
      {"repeats the device's name", [](Json& m) { m["cmps"]["posture"]["name"] = "Desk chair posture"; }},
      {"exactly one", [](Json& m) { m["cmps"]["posture"]["name"] = nullptr; }},
      {"cannot be a setting", [](Json& m) { m["cmps"]["posture"]["entity_category"] = "config"; }},
      {"unit its class", [](Json& m) { m["cmps"]["session"]["unit_of_measurement"] = "minutes"; }},
      {"class of others", [](Json& m) { m["cmps"]["session"]["device_class"] = "occupancy"; }},
      {"options without enum", [](Json& m) { m["cmps"]["posture"].erase("options"); }},
      {"is no number", [](Json& m) { m["cmps"]["posture"]["state_class"] = "measurement"; }},
      {"latest of several", [](Json& m) { m["cmps"]["posture"].erase("availability_mode"); }},
      {"nobody publishes", [](Json& m) { m["availability"][0]["topic"] = "chairhub/availability"; }},
      {"yet is retained", [](Json& m) { m["cmps"]["posture"]["expire_after"] = 60; }},
      {"unknown key", [](Json& m) { m["cmps"]["posture"]["object_id"] = "x"; }},
      {"unknown shape", [](Json& m) { m["cmps"]["posture"]["value_template"] = "{{ value }}"; }},
      {"not in", [](Json& m) { m["cmps"]["posture"]["value_template"] = "{{ value_json.pose }}"; }},
      {"no command topic", [](Json& m) { m["cmps"]["tare"].erase("command_topic"); }},
      {"lost the type", [](Json& m) { m["cmps"]["alert"]["event_types"].erase(0); }},
      {"no range", [](Json& m) { m["cmps"]["sit_alert_min"].erase("max"); }},
      {"of its own", [](Json& m) { m["cmps"]["alert"].erase("state_topic"); }},
  };
  for (const auto& [sentence, spoil] : cases) EXPECT_THAT(faults_after(spoil), Contains(HasSubstr(sentence)));
}

}  // namespace chairhub::discovery_test
