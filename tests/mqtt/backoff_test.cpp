#include "hub/mqtt/backoff.h"

#include <gtest/gtest.h>

namespace chairhub::backoff_test {

TEST(Backoff, GrowsByHalfUpToAMinute) {
  Backoff backoff;
  EXPECT_EQ(backoff.pause(0), Millis{1000});
  EXPECT_EQ(backoff.pause(0), Millis{1500});
  EXPECT_EQ(backoff.pause(0), Millis{2250});
  for (int i = 0; i < 20; ++i) backoff.pause(0);
  EXPECT_EQ(backoff.pause(0), Millis{60000});
}

TEST(Backoff, SpreadsManyHubsByUpToAQuarter) {
  EXPECT_EQ(Backoff().pause(1), Millis{1250});
  EXPECT_EQ(Backoff().pause(0.5), Millis{1125});
}

TEST(Backoff, BeginsAgainAfterAGoodConnectionOnly) {
  Backoff backoff;
  for (int i = 0; i < 5; ++i) backoff.pause(0);
  backoff.connection_held(Seconds{2});
  EXPECT_GT(backoff.pause(0), Seconds{5}) << "two hubs with one client id would throw each other out for ever";
  backoff.connection_held(Seconds{30});
  EXPECT_EQ(backoff.pause(0), Seconds{1});
}

TEST(Backoff, AsksSlowlyAfterARefusal) {
  Backoff backoff;
  EXPECT_EQ(backoff.pause_after_refusal(0), Seconds{60});
  EXPECT_EQ(backoff.pause_after_refusal(0), Seconds{60});
}

}  // namespace chairhub::backoff_test
