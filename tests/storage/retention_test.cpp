#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/storage/forget.h"
#include "tests/storage/story.h"

namespace chairhub::retention_test {

using std::chrono::days;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class RetentionTest : public LogStory {
 protected:
  RetentionTest() { hub_starts(); }

  void somebody_sits_for(int minutes_sat) {
    sits_down();
    takes(Posture::supported);
    for (int minute = 0; minute < minutes_sat; ++minute) sits_a_minute();
    takes(Posture::empty);
    gets_up();
    log->append("desk", BreakTaken{now, 5min});
    alerts(++last_alert_);
    commits();
  }
  int steps_until_nothing_is_left_to_delete() {
    int steps = 1;
    while (log->retain(now.wall, {}).value()) ++steps;
    return steps;
  }

 private:
  std::uint64_t last_alert_ = 0;
};

TEST_F(RetentionTest, DeletesOldMinutesInSmallSteps) {
  somebody_sits_for(450);
  passes(days(91));
  somebody_sits_for(3);
  EXPECT_GE(steps_until_nothing_is_left_to_delete(), 4);
  EXPECT_THAT(minutes(), SizeIs(3));
  EXPECT_THAT(sittings(), SizeIs(2)) << "sittings are kept longer";
}

TEST_F(RetentionTest, DeletesTheRestAfterAYear) {
  somebody_sits_for(3);
  log->note("", {now, NoteKind::hub, "", "old", std::nullopt});
  passes(days(366));
  takes(Posture::supported);
  somebody_sits_for(2);
  steps_until_nothing_is_left_to_delete();
  EXPECT_THAT(minutes(), SizeIs(2));
  EXPECT_THAT(sittings(), SizeIs(1));
  EXPECT_THAT(logged_alerts(), SizeIs(1));
  EXPECT_THAT(outbox(), SizeIs(1));
  EXPECT_THAT(events(), SizeIs(1));
}

TEST_F(RetentionTest, DeletesHoldsThatHaveEndedAfterAYear) {
  held(Held::meeting);
  passes(1h);
  held(Held::snoozed);
  commits();
  passes(days(366));
  steps_until_nothing_is_left_to_delete();
  ASSERT_THAT(holds(), SizeIs(1));
  EXPECT_TRUE(holds().front().is_open);
}

TEST_F(RetentionTest, DeletesNothingByAClockThatIsNotSet) {
  somebody_sits_for(3);
  machine_boots_again(days(4000));
  hub_starts(false);
  EXPECT_FALSE(log->retain(now.wall, {}).value());
  EXPECT_THAT(minutes(), SizeIs(3));
}

class ForgetTest : public LogStory {
 protected:
  ForgetTest() {
    hub_starts();
    log->note("desk", {now, NoteKind::command, "note", "a very private secret", std::nullopt});
    sits_down();
    takes(Posture::supported);
    sits_a_minute();
    alerts(1);
    held(Held::meeting);
    takes(Posture::empty);
    gets_up();
    Settings changed;
    changed.alerts = false;
    log->save_settings("desk", changed, {}, now);
    log->save_calibration("desk", "default", uncalibrated(chair));
    commits();
  }

  void forgets(const Forget& what) const {
    const auto forgotten = forget(files.database, what);
    ASSERT_TRUE(forgotten) << forgotten.error().message;
  }
  std::string bytes_on_disk() const {
    std::string all;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
      std::ifstream file(entry.path(), std::ios::binary);
      all.append(std::istreambuf_iterator<char>(file), {});
    }
    return all;
  }
};

TEST_F(ForgetTest, LeavesNoTraceInTheFiles) {
  ASSERT_THAT(bytes_on_disk(), HasSubstr("very private"));
  ASSERT_THAT(bytes_on_disk(), HasSubstr("not moved for 15 minutes"));
  forgets({});
  EXPECT_THAT(bytes_on_disk(), Not(HasSubstr("very private")));
  EXPECT_THAT(bytes_on_disk(), Not(HasSubstr("not moved for 15 minutes")));
  EXPECT_THAT(spans(), IsEmpty());
  EXPECT_THAT(sittings(), IsEmpty());
  EXPECT_THAT(minutes(), IsEmpty());
  EXPECT_THAT(logged_alerts(), IsEmpty());
  EXPECT_THAT(holds(), IsEmpty());
  EXPECT_THAT(events(), IsEmpty());
  EXPECT_TRUE(reader().settings("desk", {}).value().settings.alerts);
  EXPECT_FALSE(reader().calibration(chair, "default").value());
}

TEST_F(ForgetTest, TakesOnlyTheChairThatWasNamed) {
  forgets({"sofa", std::nullopt});
  EXPECT_THAT(minutes(), SizeIs(1));
  forgets({"desk", std::nullopt});
  EXPECT_THAT(minutes(), IsEmpty());
}

TEST_F(ForgetTest, TakesOnlyTheRangeThatWasNamed) {
  forgets({"desk", WallRange{monday_morning + 2min, monday_morning + 1h}});
  EXPECT_THAT(minutes(), SizeIs(1));
  EXPECT_THAT(spans(), SizeIs(1)) << "the open one reaches into the range";
  forgets({std::nullopt, WallRange{monday_morning, monday_morning + 2min}});
  EXPECT_THAT(minutes(), IsEmpty());
  EXPECT_THAT(logged_alerts(), IsEmpty());
  EXPECT_THAT(holds(), IsEmpty());
  EXPECT_FALSE(reader().settings("desk", {}).value().settings.alerts) << "settings have no range";
}

TEST_F(ForgetTest, LetsTheHubGoOn) {
  forgets({});
  takes(Posture::bent_forward);
  alerts(2);
  sits_a_minute();
  commits();
  EXPECT_THAT(spans(), SizeIs(1));
  EXPECT_THAT(outbox(), SizeIs(1));
  EXPECT_THAT(reader().chairs().value(), SizeIs(1));
}

TEST_F(ForgetTest, DropsChairsThatAreNotServedAnyMore) {
  hub_stops();
  chair.id = "sofa";
  hub_starts();
  forgets({});
  const auto chairs = reader().chairs().value();
  ASSERT_THAT(chairs, SizeIs(1));
  EXPECT_EQ(chairs[0].id, "sofa");
}

TEST_F(ForgetTest, NeedsALog) {
  const auto refused = forget(folder.path() / "none.db", {});
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("there is no log yet"));
}

}  // namespace chairhub::retention_test
