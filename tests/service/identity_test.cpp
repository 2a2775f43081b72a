#include "hub/service/identity.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace chairhub::identity_test {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class IdentityTest : public testing::Test {
 protected:
  Result<Identity> load() const { return Identity::load(folder.path() / "log.db.identity"); }

  TemporaryFolder folder;
};

TEST_F(IdentityTest, IsMadeOnceAndKept) {
  const std::string first = load()->install_id();
  EXPECT_EQ(first.size(), 16u);
  EXPECT_EQ(load()->install_id(), first);
}

TEST_F(IdentityTest, RemembersWhatWasAnnounced) {
  const Announced announced{"homeassistant/device/x/config", {{"occupied", "binary_sensor"}, {"posture", "sensor"}}};
  auto identity = *load();
  identity.remember("desk", announced);
  ASSERT_TRUE(identity.save());
  EXPECT_THAT(load()->announced("desk"), ElementsAre(announced));
  EXPECT_THAT(load()->announced("sofa"), IsEmpty());
}

TEST_F(IdentityTest, RemembersTheStyleAndForgetsAChair) {
  auto identity = *load();
  identity.remember("desk", {"ha/device/x/config", {{"posture", "sensor"}}, DiscoveryStyle::components});
  identity.remember("sofa", {"ha/device/y/config", {}, DiscoveryStyle::off});
  ASSERT_TRUE(identity.save());
  EXPECT_EQ(load()->announced("desk").back().style, DiscoveryStyle::components);
  EXPECT_EQ(load()->announced("sofa").back().style, DiscoveryStyle::off);
  identity.forget("sofa");
  ASSERT_TRUE(identity.save());
  EXPECT_EQ(load()->chairs(), std::vector<std::string>{"desk"});
}

TEST_F(IdentityTest, RemembersEarlierAnnouncementsUntilTheBrokerHasTheLatest) {
  const Announced first{"ha/device/x/config", {{"posture", "sensor"}}};
  const Announced second{"ha/device/x/config", {}, DiscoveryStyle::off};
  auto identity = *load();
  for (const Announced& one : {first, second, first}) identity.remember("desk", one);
  ASSERT_TRUE(identity.save());
  EXPECT_THAT(load()->announced("desk"), ElementsAre(second, first));
  identity = *load();
  identity.settle("desk");
  ASSERT_TRUE(identity.save());
  EXPECT_THAT(load()->announced("desk"), ElementsAre(first));
}

TEST_F(IdentityTest, ADamagedFileIsNamedNotReplaced) {
  folder.write("log.db.identity", "install 0123456789abcdef\nwhat is this\n");
  const auto loaded = load();
  ASSERT_FALSE(loaded);
  EXPECT_NE(loaded.error().message.find("log.db.identity:2:"), std::string::npos);
  EXPECT_NE(folder.read("log.db.identity").find("what is this"), std::string::npos);
}

TEST_F(IdentityTest, AFolderThatIsNotThereIsAnError) {
  EXPECT_FALSE(Identity::load(folder.path() / "nowhere" / "identity"));
}

}  // namespace chairhub::identity_test
