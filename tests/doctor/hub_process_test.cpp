#include "hub/doctor/hub_process.h"

#include <gtest/gtest.h>

#include "tests/doctor/fake_machine.h"

namespace chairhub::hub_process_test {

using namespace std::string_literals;

class HubProcessTest : public testing::Test {
 protected:
  void runs(int process, const std::string& command_line, const std::string& folder = "/") const {
    const std::string place = "/proc/" + std::to_string(process);
    pi.has(place + "/cmdline", command_line);
    pi.links(place + "/cwd", folder);
  }
  std::optional<int> found() const { return running_hub(pi.machine, "/etc/chairhub/chairhub.toml"); }

  FakeMachine pi;
};

TEST_F(HubProcessTest, TheServiceIsFoundByItsCommandLine) {
  runs(17, "/usr/bin/chairhub\0run\0"s);
  EXPECT_EQ(found(), 17);
}

TEST_F(HubProcessTest, EveryWayToNameTheConfiguration) {
  runs(18, "chairhub\0run\0--config\0chairhub.toml\0"s, "/etc/chairhub");
  EXPECT_EQ(found(), 18);
  runs(17, "chairhub\0run\0--config=/etc/chairhub/chairhub.toml\0"s);
  EXPECT_EQ(found(), 17);
  runs(16, "chairhub\0run\0-c\0/etc/chairhub/../chairhub/chairhub.toml\0"s);
  EXPECT_EQ(found(), 16);
}

TEST_F(HubProcessTest, AHubWithAnotherConfigurationHasOtherKits) {
  runs(17, "chairhub\0run\0--config\0/home/pi/other.toml\0"s);
  EXPECT_FALSE(found());
}

TEST_F(HubProcessTest, OtherCommandsAndOtherProgramsAreNoHub) {
  runs(17, "chairhub\0doctor\0"s);
  runs(18, "grep\0run\0"s);
  runs(19, "");
  pi.has("/proc/uptime", "1\n");
  EXPECT_FALSE(found());
}

}  // namespace chairhub::hub_process_test
