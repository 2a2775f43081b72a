#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/mqtt/story.h"

namespace chairhub::announcer_alerts_test {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Alerts : public ::testing::Test, public Story {
 protected:
  void raise(std::uint64_t id) {
    announcer.raised(bent_alert(id, now));
    speak();
  }
  // Ids of the alerts published on `topic`.
  std::vector<int> ids(const std::string& topic) const {
    std::vector<int> out;
    for (const Said& one : on(topic)) out.push_back(nlohmann::json::parse(one.message.payload)["id"]);
    return out;
  }
  std::uint32_t last_token() const { return said.back().message.token; }
};

TEST_F(Alerts, GoOutOnceAndAreNeverRetained) {
  settle();
  raise(7);
  pass(Minutes{30});
  ASSERT_THAT(ids(t.alert), ElementsAre(7));
  const Message message = on(t.alert).front().message;
  EXPECT_FALSE(message.retain);
  EXPECT_EQ(message.qos, 1);
  EXPECT_THAT(ids(t.alert_missed), IsEmpty());
}

TEST_F(Alerts, FollowTheStateTheyAreAbout) {
  settle();
  see(minutes_later(bent_over(), 1));
  pass(Millis{100});
  said.clear();
  announcer.observed(minutes_later(bent_over(), 2));
  raise(7);
  EXPECT_THAT(topics(), ElementsAre(t.state, t.alert)) << "though the last state is not a second old";
}

TEST_F(Alerts, ReachTheBrokerLateWithinAMinute) {
  raise(7);
  pass(Seconds{60});
  connect();
  EXPECT_THAT(ids(t.alert), ElementsAre(7));
  EXPECT_EQ(said.back().message.topic, t.alert) << "after everything else";
}

TEST_F(Alerts, AreMissedAfterAMinute) {
  raise(7);
  pass(Seconds{61});
  raise(8);
  connect();
  EXPECT_THAT(ids(t.alert_missed), ElementsAre(7));
  EXPECT_THAT(ids(t.alert), ElementsAre(8));
}

TEST_F(Alerts, OfAnEarlierRunAreAlwaysMissed) {
  announcer.left_over(bent_alert(6, now));
  connect();
  EXPECT_THAT(ids(t.alert), IsEmpty());
  EXPECT_THAT(ids(t.alert_missed), ElementsAre(6));
  EXPECT_FALSE(on(t.alert_missed).front().message.retain);
}

TEST_F(Alerts, AreDeliveredOnceTheBrokerSaysSo) {
  settle();
  raise(7);
  EXPECT_EQ(announcer.delivered(last_token() - 1), std::nullopt) << "that was the state";
  EXPECT_EQ(announcer.delivered(last_token()), 7u);
  EXPECT_EQ(announcer.delivered(last_token()), std::nullopt);
  announcer.disconnected();
  connect();
  EXPECT_THAT(ids(t.alert), ElementsAre(7)) << "and not again at the next connection";
}

TEST_F(Alerts, ComeAgainInTheirOrderWhenTheBrokerNeverConfirmed) {
  settle();
  raise(7);
  raise(8);
  announcer.disconnected();
  raise(9);
  said.clear();
  pass(Seconds{2});
  connect();
  EXPECT_THAT(ids(t.alert), ElementsAre(7, 8, 9));
}

TEST_F(Alerts, WaitForRoom) {
  settle();
  room = 0;
  raise(7);
  EXPECT_THAT(said, IsEmpty());
  room = 1;
  speak();
  EXPECT_THAT(ids(t.alert), ElementsAre(7));
}

TEST_F(Alerts, AreHeldWhilePaused) {
  settle();
  Settings settings;
  settings.paused = true;
  announcer.settings_changed(settings);
  raise(7);
  pass(Minutes{5});
  EXPECT_THAT(ids(t.alert), IsEmpty());
  EXPECT_THAT(ids(t.alert_missed), IsEmpty());
  announcer.settings_changed({});
  speak();
  EXPECT_THAT(ids(t.alert_missed), ElementsAre(7));
}

TEST_F(Alerts, KeepTheNewestWhenTheBrokerIsAwayForAYear) {
  for (std::uint64_t id = 1; id <= 1000; ++id) {
    raise(id);
    pass(Minutes{20});
  }
  room = 10000;
  connect();
  const auto missed = ids(t.alert_missed);
  ASSERT_THAT(missed, SizeIs(AlertQueue::max_waiting));
  EXPECT_EQ(missed.front(), 801);
  EXPECT_EQ(missed.back(), 1000);
}

TEST_F(Alerts, AreToldWithoutTimesWhileTheClockIsNotSet) {
  Diag diag = healthy();
  diag.clock_set = false;
  announcer.diag_changed(diag);
  settle();
  raise(7);
  EXPECT_TRUE(last(t.alert)["since"].is_null());
}

}  // namespace chairhub::announcer_alerts_test
