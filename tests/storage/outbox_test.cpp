#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/storage/story.h"

namespace chairhub::outbox_test {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class OutboxTest : public LogStory {
 protected:
  OutboxTest() { hub_starts(); }
};

TEST_F(OutboxTest, KeepsAnAlertUntilTheBrokerHasIt) {
  alerts(1);
  alerts(2);
  ASSERT_THAT(outbox(), SizeIs(2));
  EXPECT_EQ(outbox()[0].chair, "desk");
  EXPECT_EQ(outbox()[0].alert, 1U);
  EXPECT_EQ(outbox()[0].queued, monday_morning);
  EXPECT_FALSE(outbox()[0].is_missed);
  log->acknowledged("desk", 1);
  ASSERT_THAT(outbox(), SizeIs(1));
  EXPECT_EQ(outbox()[0].alert, 2U);
  EXPECT_EQ(logged_alerts()[0].delivery, Delivery::delivered);
  EXPECT_EQ(logged_alerts()[1].delivery, Delivery::waiting);
}

TEST_F(OutboxTest, KeepsAMissedAlertUntilTheBrokerHasThatToo) {
  alerts(1);
  log->missed("desk", 1);
  ASSERT_THAT(outbox(), SizeIs(1));
  EXPECT_TRUE(outbox()[0].is_missed);
  log->acknowledged("desk", 1);
  EXPECT_THAT(outbox(), IsEmpty());
  EXPECT_EQ(logged_alerts()[0].delivery, Delivery::delivered_as_missed);
}

TEST_F(OutboxTest, DeliversNothingTwice) {
  alerts(1);
  log->acknowledged("desk", 1);
  log->missed("desk", 1);
  log->acknowledged("desk", 1);
  EXPECT_THAT(outbox(), IsEmpty());
  EXPECT_EQ(logged_alerts()[0].delivery, Delivery::delivered);
}

TEST_F(OutboxTest, SurvivesARestart) {
  alerts(1);
  alerts(2);
  log->missed("desk", 2);
  ASSERT_TRUE(log->commit_if_due(now.steady));
  machine_boots_again(1h);
  hub_starts();
  ASSERT_THAT(outbox(), SizeIs(2));
  EXPECT_FALSE(outbox()[0].is_missed);
  EXPECT_TRUE(outbox()[1].is_missed);
}

TEST_F(OutboxTest, GivesTheAlertBackWithAllItSaid) {
  alerts(1, Cause::sitting_too_long);
  commits();
  const auto logged = reader().alert("desk", outbox()[0].alert).value();
  ASSERT_TRUE(logged);
  EXPECT_EQ(logged->cause, Cause::sitting_too_long);
  EXPECT_EQ(logged->text, "You have not moved for 15 minutes.");
  EXPECT_FALSE(reader().alert("desk", 99).value());
}

}  // namespace chairhub::outbox_test
