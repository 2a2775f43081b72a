// Chairs whose kits are on a radio, with the real hub and a real broker.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <mutex>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/end_to_end/workbench.h"
#include "tests/support/mosquitto.h"
#include "tests/support/places.h"
#include "tests/support/radio_kit.h"

namespace chairhub::wireless_test {

using nlohmann::json;
using testing::Contains;
using testing::HasSubstr;

using Clock = std::chrono::steady_clock;
constexpr std::size_t pads = 8;
constexpr std::int32_t loaded = 2500;

// Calls ten times a second, with how many calls there were.
template <typename Send>
void send_steadily(const std::stop_token& stop, const Send& send) {
  const auto begin = Clock::now();
  std::mutex mutex;
  std::condition_variable_any waiting;
  std::unique_lock lock(mutex);
  for (std::uint32_t sent = 0; !stop.stop_requested(); ++sent) {
    send(sent);
    waiting.wait_until(lock, stop, begin + std::chrono::milliseconds(100) * (sent + 1), [] { return false; });
  }
}

// Sends ten frames a second, as long as it lives.
class SendingKit {
 public:
  explicit SendingKit(const RadioKitOptions& options, std::uint32_t boot = 1, bool binary = true)
      : radio_(options), boot_(boot), binary_(binary), thread_([this](const std::stop_token& stop) { send(stop); }) {}

  void sit_down() { counts_ = loaded; }
  std::uint32_t sent() const { return sent_; }
  void fall_silent() { thread_ = {}; }
  void die() {
    fall_silent();
    radio_.vanish();
  }

 private:
  void send(const std::stop_token& stop) {
    const auto form = binary_ ? binary_frame : json_frame;
    send_steadily(stop, [&](std::uint32_t i) {
      radio_.send_frame(form(boot_, i, 100 * i, pads, counts_));
      sent_ = i + 1;
    });
  }

  RadioKit radio_;
  std::uint32_t boot_;
  bool binary_;
  std::atomic<std::int32_t> counts_ = 0;
  std::atomic<std::uint32_t> sent_ = 0;
  std::jthread thread_;
};

// Hears one topic from now on, in order.
class Ear {
 public:
  Ear(RadioKitOptions options, const std::string& topic) : radio_(named(std::move(options))) {
    radio_.subscribe(topic);
  }
  // Waits for a message with `words` in it, and forgets those before.
  testing::AssertionResult hears(const std::string& words) {
    std::string others;
    const auto end = Clock::now() + std::chrono::seconds(30);
    while (Clock::now() < end) {
      const auto message = radio_.next_message(1000);
      if (!message) continue;
      last_ = *message;
      if (last_.find(words) != std::string::npos) return testing::AssertionSuccess();
      others += "\n  " + last_;
    }
    return testing::AssertionFailure() << "never heard '" << words << "', but" << others;
  }
  bool has_more() { return radio_.next_message(100).has_value(); }
  const std::string& last() const { return last_; }

 private:
  // A broker throws out whoever has the same name as the next one.
  static RadioKitOptions named(RadioKitOptions options) {
    static std::atomic<int> count = 0;
    options.topic = "ear/" + std::to_string(++count);
    return options;
  }

  RadioKit radio_;
  std::string last_;
};

class WirelessTest : public testing::Test {
 protected:
  void start_hub(const std::string& format = "binary", const std::string& more_mqtt = "") {
    bench.configure("{ driver = \"wireless\", format = \"" + format + "\" }", 0,
                    "[[chair]]\nid = \"sofa\"\nkit = { driver = \"wireless\", format = \"" + format +
                        "\" }\n[mqtt]\nhost = \"127.0.0.1\"\nport = " + std::to_string(broker->port()) + "\n" +
                        more_mqtt);
    hub = bench.start({"run", "--config", bench.file("hub.toml")});
    ASSERT_TRUE(hub->says("for the wireless kits: connected")) << hub->output();
    ASSERT_TRUE(hub->says("for the wireless chairs: connected")) << hub->output();
  }
  void stop_hub() {
    hub->signal(SIGTERM);
    EXPECT_EQ(hub->wait(), 0) << hub->output();
  }
  RadioKitOptions at(const std::string& chair) const { return {broker->port(), "chairhub/" + chair + "/kit"}; }
  Ear ear(const std::string& topic) const { return {at("ear"), "chairhub/" + topic}; }

  // A command that is refused makes the hub tell its counters at once. Each is another, to be known by its answer.
  json radio_of(const std::string& chair) {
    Ear diag = ear(chair + "/diag");
    const std::string nonsense = "nonsense-" + std::to_string(++asked_);
    RadioKit(at("asks")).publish("chairhub/" + chair + "/cmd/tare", nonsense);
    EXPECT_TRUE(diag.hears(nonsense)) << hub->output();
    return json::parse(diag.last()).at("radio");
  }

  std::unique_ptr<Mosquitto> broker = std::make_unique<Mosquitto>();
  Workbench bench;
  std::unique_ptr<ChildProcess> hub;

 private:
  int asked_ = 0;
};

TEST_F(WirelessTest, SittingDownShowsInTheStateAndInTheLog) {
  start_hub("json");
  Ear state = ear("desk/state");
  SendingKit kit(at("desk"), 1, false);
  EXPECT_TRUE(state.hears("\"posture\":\"empty\""));
  kit.sit_down();
  EXPECT_TRUE(state.hears("\"occupied\":true"));
  const json radio = radio_of("desk");
  EXPECT_GE(radio.at("taken"), 10);
  EXPECT_EQ(radio.at("malformed"), 0);
  EXPECT_EQ(radio.at("lost"), 0);
  stop_hub();
  const Finished log = bench.chairhub({"log", "--config", bench.file("hub.toml"), "--chair", "desk", "--json"});
  ASSERT_EQ(log.exit_code, 0) << log.output;
  EXPECT_EQ(json::parse(log.output).at(0).at("sittings").size(), 1U);
}

TEST_F(WirelessTest, AKitThatDiesTakesItsSensorsOfflineUntilItIsBack) {
  start_hub();
  Ear sensors = ear("desk/sensors/availability");
  {
    SendingKit kit(at("desk"));
    EXPECT_TRUE(sensors.hears("online"));
    kit.die();
    EXPECT_TRUE(sensors.hears("offline"));
  }
  const SendingKit again(at("desk"), 2);
  EXPECT_TRUE(sensors.hears("online"));
  stop_hub();
  EXPECT_TRUE(sensors.hears("offline"));
}

TEST_F(WirelessTest, AKitThatFallsSilentIsNoticedWithoutAGoodbye) {
  start_hub();
  Ear sensors = ear("desk/sensors/availability");
  Ear diag = ear("desk/diag");
  SendingKit kit(at("desk"));
  EXPECT_TRUE(sensors.hears("online"));
  kit.fall_silent();
  EXPECT_TRUE(sensors.hears("offline"));
  EXPECT_TRUE(diag.hears("the kit has delivered no frame for 2 s"));
  stop_hub();
}

// A hundred times what it may send. What a hub takes that is flooded as fast as a machine can is measured by
// tests/run load.
TEST_F(WirelessTest, AHostileKitLosesItsOwnFramesAndNobodyElses) {
  start_hub();
  SendingKit kit(at("desk"));
  EXPECT_TRUE(ear("desk/sensors/availability").hears("online"));
  const std::jthread hostile([this](const std::stop_token& stop) {
    RadioKit radio(at("sofa"));
    send_steadily(stop, [&](std::uint32_t) {
      for (int i = 0; i < 100; ++i) radio.send_frame("garbage");
    });
  });
  ASSERT_TRUE(hub->says("sofa: its kit floods the broker")) << hub->output();

  // A slow machine may take a while for what was sent before the hub stopped listening.
  const int sent = kit.sent();
  json radio = radio_of("desk");
  const auto end = Clock::now() + std::chrono::seconds(30);
  while (radio.at("taken") < sent && Clock::now() < end) radio = radio_of("desk");
  EXPECT_GE(radio.at("taken"), sent) << hub->output();
  EXPECT_EQ(radio.at("lost"), 0);
  EXPECT_EQ(radio.at("excess"), 0);
  EXPECT_GT(radio_of("sofa").at("excess"), 500);
  stop_hub();
}

TEST_F(WirelessTest, AKitMaySpeakOnlyForItself) {
  const std::string password = "sit-still";
  MosquittoOptions options{.user = "chairhub", .password = password};
  options.access_list = (source_folder() / "deploy/broker/wireless.acl").string();
  options.more_users = {{"sofa", password}, {"homeassistant", password}};
  broker = std::make_unique<Mosquitto>(options);
  bench.write("password", password);
  start_hub("binary", "user = \"chairhub\"\npassword_file = \"password\"\n");
  RadioKitOptions viewer{broker->port(), "", "homeassistant", password};
  Ear desk(viewer, "chairhub/desk/sensors/availability");
  Ear sofa(viewer, "chairhub/sofa/sensors/availability");
  EXPECT_TRUE(desk.hears("offline"));

  RadioKitOptions its = at("sofa");
  its.user = "sofa";
  its.password = password;
  RadioKit radio(its);
  for (std::uint32_t i = 0; i < 20; ++i)
    radio.publish("chairhub/desk/kit/frames", binary_frame(1, i, 100 * i, pads, 0));
  radio.publish("chairhub/desk/availability", "offline", true);
  for (std::uint32_t i = 0; i < 20; ++i) radio.send_frame(binary_frame(1, i, 100 * i, pads, 0));
  EXPECT_TRUE(sofa.hears("online"));
  EXPECT_FALSE(desk.has_more());
  stop_hub();
}

TEST_F(WirelessTest, WhenTheHubDiesTheBrokerSaysSoForAllItsChairs) {
  start_hub();
  Ear availability = ear("+/availability");
  EXPECT_TRUE(availability.hears("online"));
  hub->signal(SIGKILL);
  EXPECT_TRUE(availability.hears("offline"));
}

TEST_F(WirelessTest, ARecordingIsMadeOfWhatTheKitSends) {
  start_hub();
  stop_hub();
  const SendingKit kit(at("desk"));
  const Finished record = bench.chairhub(
      {"record", "--config", bench.file("hub.toml"), "--chair", "desk", "--seconds", "3", "-o", bench.file("r.csv")});
  EXPECT_EQ(record.exit_code, 0) << record.output;
  const std::string rows = bench.read("r.csv");
  EXPECT_GE(std::count(rows.begin(), rows.end(), '\n'), 15) << rows;
}

TEST_F(WirelessTest, AConfigurationThatCannotBeHeardIsRefused) {
  bench.configure("{ driver = \"wireless\" }");
  const Finished without = bench.chairhub({"check", "--config", bench.file("hub.toml")});
  EXPECT_EQ(without.exit_code, 78);
  EXPECT_THAT(without.output, HasSubstr("hub.toml:3:7: a wireless kit sends over MQTT: write a [mqtt] table"));
}

}  // namespace chairhub::wireless_test
