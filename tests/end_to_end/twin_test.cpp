// A copied SD card: two hubs with one identity would fight over every topic.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/end_to_end/workbench.h"
#include "tests/support/mosquitto.h"

namespace chairhub::twin_test {

class TwinTest : public testing::Test {
 protected:
  TwinTest() {
    bench.configure(R"({ driver = "simulated", scenario = "ordinary-office-day", start = "now" })", broker.port());
    hub = bench.start({"run", "--config", bench.file("hub.toml")});
  }
  void say(const std::string& boot_id) const {
    run({"/usr/bin/mosquitto_pub", "-p", std::to_string(broker.port()), "-t", "chairhub/desk/diag", "-m",
         R"({"boot_id":")" + boot_id + R"("})", "-q", "1", "-r"});
  }

  Mosquitto broker;
  Workbench bench;
  Subscriber subscriber{broker.port()};
  std::unique_ptr<ChildProcess> hub;
};

TEST_F(TwinTest, IsNoticedAndSaid) {
  EXPECT_EQ(subscriber.payloads_of("chairhub/desk/diag", "chairhub/desk/diag").front().at("twin"), false);
  subscriber.heard("chairhub/desk/state");
  say("another-machine");
  EXPECT_TRUE(hub->says("another hub speaks under this identity")) << hub->output();
  EXPECT_EQ(subscriber.payloads_of("chairhub/desk/diag", R"("twin":true)").back().at("twin"), true);
}

}  // namespace chairhub::twin_test
