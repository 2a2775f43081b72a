// The hub, a real broker and as much of Home Assistant as the hub can notice.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/mqtt/hub_client.h"
#include "tests/mqtt/listener.h"
#include "tests/mqtt/samples.h"
#include "tests/support/fake_home_assistant.h"
#include "tests/support/mosquitto.h"

namespace chairhub::home_assistant_test {

using ::testing::ElementsAre;

AnnouncerOptions desk_announcer() {
  static const Chair chair = desk_chair();
  static const Topics topics = desk_topics();
  return {.chair = chair,
          .topics = topics,
          .discovery = discover({"homeassistant", "0a1b2c3d", "0.1.0", chair, two_profiles(), topics, {}}).value(),
          .random = [] { return 0.0; },
          .settings = {},
          .diag = healthy()};
}

class HomeAssistant : public ::testing::Test {
 protected:
  HomeAssistant() : hub_(options_for(broker_.port()), desk_announcer()), home_(broker_.port()) {}

  // Runs the hub until Home Assistant shows it.
  bool shows(const std::string& entity, const std::string& state) {
    return hub_.run_until([&] { return home_.state(entity) == state; });
  }
  void sit(const Observation& seen) { hub_.announcer->observed(seen); }

  Mosquitto broker_;
  HubClient hub_;
  FakeHomeAssistant home_;
};

TEST_F(HomeAssistant, ShowsTheSitter) {
  home_.start();
  sit(bent_over());
  EXPECT_TRUE(shows("occupied", "ON"));
  EXPECT_TRUE(shows("posture", "bent_forward"));
  EXPECT_TRUE(shows("bent_forward", "ON"));
  EXPECT_TRUE(shows("static_too_long", "OFF"));
  EXPECT_TRUE(shows("sitting_today", "214"));
  EXPECT_TRUE(shows("last_break", "2026-03-02T08:00:00+00:00"));
  EXPECT_TRUE(shows("snoozed_until", "unknown"));
  EXPECT_TRUE(shows("fault", "OFF"));
  EXPECT_TRUE(shows("alerts_on", "ON"));
  EXPECT_EQ(home_.known_entities(), desk_announcer().discovery->kept.components.size());
}

TEST_F(HomeAssistant, KnowsEverythingAgainAfterItsRestart) {
  home_.start();
  sit(bent_over());
  ASSERT_TRUE(shows("posture", "bent_forward"));
  home_.stop();
  Observation gone;
  gone.posture = Posture::empty;
  sit(gone);
  hub_.run_until([] { return false; }, Millis{50});
  home_.start();
  EXPECT_TRUE(shows("posture", "empty"));
  EXPECT_TRUE(shows("occupied", "OFF"));
}

TEST_F(HomeAssistant, AnswersItsBirthThoughTheBrokerForgotEverything) {
  sit(bent_over());
  ASSERT_TRUE(hub_.connects());
  ASSERT_TRUE(hub_.run_until([&] { return hub_.delivered.size() >= 6; }));
  for (const Message& message :
       {Message{desk_announcer().discovery->kept.topic, "", 1, true, 1}, Message{desk_topics().state, "", 1, true, 2}})
    Listener(broker_.port()).publish(message.topic, "", true);
  home_.start();
  ASSERT_TRUE(hub_.run_until([&] { return !hub_.received.empty(); }));
  EXPECT_EQ(home_.known_entities(), 0u);
  hub_.skip(Seconds{5});
  EXPECT_TRUE(shows("posture", "bent_forward"));
}

TEST_F(HomeAssistant, SeesTheHubComeBackAfterTheBrokerWasKilled) {
  home_.start();
  sit(bent_over());
  ASSERT_TRUE(shows("posture", "bent_forward"));
  broker_.kill();
  broker_.start();
  ASSERT_TRUE(hub_.run_until([&] { return !hub_.connection->is_connected(); }));
  hub_.skip(Seconds{2});
  home_.start();
  EXPECT_TRUE(shows("posture", "bent_forward"));
  EXPECT_TRUE(shows("alerts_on", "ON"));
}

TEST_F(HomeAssistant, GetsAnAlertOnceAndAfterTheState) {
  home_.start();
  ASSERT_TRUE(shows("alerts_on", "ON"));
  sit(bent_over());
  hub_.announcer->raised(bent_alert(4711, hub_.now()));
  ASSERT_TRUE(hub_.run_until([&] { return !home_.events().empty(); }));
  EXPECT_EQ(home_.state("bent_forward"), "ON");
  EXPECT_EQ(home_.events()[0]["event_type"], "bent_forward");
  ASSERT_TRUE(hub_.run_until([&] { return !hub_.delivered_alerts.empty(); }));
  EXPECT_THAT(hub_.delivered_alerts, ElementsAre(4711));

  home_.stop();
  home_.start();
  ASSERT_TRUE(shows("alerts_on", "ON"));
  EXPECT_TRUE(home_.events().empty()) << "nothing is replayed";
}

TEST_F(HomeAssistant, SwitchesAlertsOffAndSeesIt) {
  home_.start();
  ASSERT_TRUE(shows("alerts_on", "ON"));
  home_.tell("alerts_on", "OFF");
  ASSERT_TRUE(hub_.run_until([&] { return !hub_.commands.empty(); }));
  Settings settings;
  settings.alerts = std::get<SetAlerts>(hub_.commands[0].value()).on;
  hub_.announcer->settings_changed(settings);
  hub_.announcer->command_done({});
  EXPECT_TRUE(shows("alerts_on", "OFF"));
}

TEST_F(HomeAssistant, SnapsBackFromALimitThatIsNotAllowed) {
  home_.start();
  ASSERT_TRUE(shows("static_warn_min", "15"));
  home_.tell("static_warn_min", "99999");
  ASSERT_TRUE(hub_.run_until([&] { return !hub_.commands.empty(); }));
  ASSERT_FALSE(hub_.commands[0]);
  const std::size_t before = hub_.delivered.size();
  hub_.announcer->command_done(tl::unexpected(hub_.commands[0].error()));
  ASSERT_TRUE(hub_.run_until([&] { return hub_.delivered.size() > before; }));
  EXPECT_TRUE(shows("static_warn_min", "15"));
  EXPECT_TRUE(shows("last_refusal", hub_.commands[0].error().message));
}

TEST_F(HomeAssistant, PressesEveryButtonItIsOffered) {
  home_.start();
  ASSERT_TRUE(shows("alerts_on", "ON"));
  const auto cmps = nlohmann::json::parse(desk_announcer().discovery->announcement.at(0).payload)["cmps"];
  std::size_t pressed = 0;
  for (const auto& [key, component] : cmps.items()) {
    if (component["p"] != "button") continue;
    home_.tell(key, component["payload_press"]);
    ++pressed;
  }
  ASSERT_TRUE(hub_.run_until([&] { return hub_.commands.size() == pressed; }));
  for (const auto& command : hub_.commands) EXPECT_TRUE(command) << command.error().message;
}

TEST_F(HomeAssistant, ShowsAllUnavailableAfterACleanStop) {
  home_.start();
  sit(bent_over());
  ASSERT_TRUE(shows("posture", "bent_forward"));
  for (const Message& message : hub_.announcer->farewell()) hub_.connection->publish(message);
  hub_.connection->close(Seconds{2});
  EXPECT_TRUE(home_.shows("posture", "unavailable"));
  EXPECT_TRUE(home_.shows("fault", "unavailable"));
}

TEST_F(HomeAssistant, KeepsTheHubsOwnHealthWhenThePadsAreGone) {
  home_.start();
  sit(bent_over());
  ASSERT_TRUE(shows("posture", "bent_forward"));
  Diag diag = healthy();
  for (PadReport& pad : diag.pads) pad = {.status = PadStatus::missing, .reason = "no answer", .times = 1, .since = {}};
  hub_.announcer->diag_changed(diag);
  EXPECT_TRUE(shows("posture", "unavailable"));
  EXPECT_TRUE(shows("fault", "ON"));
  EXPECT_EQ(home_.state("sitting_today"), "214");
}

}  // namespace chairhub::home_assistant_test
