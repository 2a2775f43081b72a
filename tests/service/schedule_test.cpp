#include "hub/service/schedule.h"

#include <gmock/gmock.h>

namespace chairhub::schedule_test {

using testing::ElementsAre;
using testing::IsEmpty;

SteadyTime at(int ms) {
  return SteadyTime(Millis(ms));
}

TEST(ScheduleTest, GivesThoseWhoseTimeHasComeOnceAndInItsOrder) {
  Schedule schedule(4);
  schedule.at(2, at(10));
  schedule.at(0, at(20));
  schedule.at(3, at(30));
  EXPECT_EQ(schedule.next(), at(10));
  EXPECT_THAT(schedule.take_due(at(20)), ElementsAre(2, 0));
  EXPECT_THAT(schedule.take_due(at(20)), IsEmpty());
  EXPECT_EQ(schedule.next(), at(30));
}

TEST(ScheduleTest, ANewTimeReplacesTheOldOne) {
  Schedule schedule(1);
  schedule.at(0, at(10));
  schedule.at(0, at(50));
  EXPECT_THAT(schedule.take_due(at(49)), IsEmpty());
  schedule.at_once(0);
  schedule.at_once(0);
  EXPECT_THAT(schedule.take_due(at(0)), ElementsAre(0));
  EXPECT_EQ(schedule.next(), SteadyTime::max());
}

}  // namespace chairhub::schedule_test
