#include "hub/service/chair_watch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/moments.h"

namespace chairhub::chair_watch_test {

using namespace std::chrono_literals;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

Alert alert_at(Moment at) {
  Alert alert;
  alert.id = 3;
  alert.cause = Cause::bent_forward;
  alert.raised = at;
  return alert;
}

TEST(ChairWatch, CountsTheShiftsOfTheLastHour) {
  ChairWatch watch;
  Minute before;
  before.start = morning().wall - 30min;
  before.shifts = 2;
  watch.begin({}, {before});
  watch.hear(Shifted{morning(), false});
  EXPECT_EQ(watch.shifts_this_hour(morning().wall), 3U);
  EXPECT_EQ(watch.shifts_this_hour(morning().wall + 40min), 1U);
  EXPECT_EQ(watch.shifts_this_hour(morning().wall + 2h), 0U);
}

TEST(ChairWatch, ShowsAnAlertUntilItIsOver) {
  ChairWatch watch;
  watch.hear(alert_at(morning()));
  watch.delivered(3, false);
  ASSERT_TRUE(watch.alert(morning().wall + 5min));
  EXPECT_EQ(watch.alert(morning().wall + 5min)->delivery, Delivery::delivered);
  EXPECT_FALSE(watch.alert(morning().wall + 2h));
  EXPECT_THAT(watch.take_new_alerts(), SizeIs(1));
  EXPECT_THAT(watch.take_new_alerts(), SizeIs(0));
  watch.hear(AlertCleared{3, Cause::bent_forward, morning() + 6min, true});
  EXPECT_FALSE(watch.alert(morning().wall + 7min));
}

TEST(ChairWatch, GoesOnWithTheAlertOfAnEarlierStart) {
  LoggedAlert open;
  open.id = 9;
  open.raised = morning().wall - 10min;
  LoggedAlert over = open;
  over.cleared = morning().wall;
  ChairWatch watch;
  watch.begin({open, over}, {});
  ASSERT_TRUE(watch.alert(morning().wall));
  EXPECT_EQ(watch.alert(morning().wall)->id, 9U);
}

TEST(ChairWatch, KnowsWhichTablesHaveSomethingNew) {
  ChairWatch watch;
  watch.hear(Minute{});
  watch.hear(SpanStarted{});
  watch.hear(Shifted{morning(), false});
  EXPECT_THAT(watch.take_changed(), UnorderedElementsAre("minutes", "spans"));
  EXPECT_THAT(watch.take_changed(), SizeIs(0));
}

}  // namespace chairhub::chair_watch_test
