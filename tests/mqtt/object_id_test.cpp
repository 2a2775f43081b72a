// Entity ids, in the words of Home Assistant before 2025.10.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "hub/mqtt/discovery.h"
#include "tests/mqtt/samples.h"

namespace chairhub::object_id_test {

nlohmann::json components(bool object_id) {
  const Discovery made = discover({.prefix = "homeassistant",
                                   .install_id = "0a1b2c3d",
                                   .version = "0.1.0",
                                   .chair = desk_chair(),
                                   .profiles = two_profiles(),
                                   .topics = desk_topics(),
                                   .object_id = object_id})
                             .value();
  return nlohmann::json::parse(made.announcement.at(0).payload)["cmps"];
}

TEST(ObjectId, AsksForTheSameEntityIdsAgain) {
  const nlohmann::json all = components(true);
  for (const auto& [key, component] : all.items())
    EXPECT_EQ(component["p"].get<std::string>() + "." + component["object_id"].get<std::string>(),
              component["default_entity_id"].get<std::string>());
}

TEST(ObjectId, IsOnlySentWhenItIsWanted) {
  const nlohmann::json all = components(false);
  for (const auto& [key, component] : all.items()) EXPECT_FALSE(component.contains("object_id")) << key;
}

}  // namespace chairhub::object_id_test
