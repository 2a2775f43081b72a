#include "hub/service/token_bucket.h"

#include <gtest/gtest.h>

namespace chairhub::token_bucket_test {

SteadyTime at(int ms) {
  return SteadyTime(Millis(ms));
}

TEST(TokenBucketTest, ABurstIsAllowedAfterARestAndThenTheRate) {
  TokenBucket bucket(10, 3);
  EXPECT_TRUE(bucket.take(at(0)));
  EXPECT_TRUE(bucket.take(at(0)));
  EXPECT_TRUE(bucket.take(at(0)));
  EXPECT_FALSE(bucket.take(at(0)));
  EXPECT_FALSE(bucket.take(at(99)));
  EXPECT_TRUE(bucket.take(at(101)));
  EXPECT_FALSE(bucket.take(at(102)));
}

TEST(TokenBucketTest, ARestGivesNoMoreThanTheBurst) {
  TokenBucket bucket(10, 2);
  EXPECT_TRUE(bucket.take(at(0)));
  int taken = 0;
  while (bucket.take(at(3'600'000))) ++taken;
  EXPECT_EQ(taken, 2);
}

TEST(TokenBucketTest, TimeThatStandsStillOrGoesBackGivesNothing) {
  TokenBucket bucket(1000, 1);
  EXPECT_TRUE(bucket.take(at(1000)));
  EXPECT_FALSE(bucket.take(at(1000)));
  EXPECT_FALSE(bucket.take(at(500)));
  EXPECT_TRUE(bucket.take(at(1001)));
}

}  // namespace chairhub::token_bucket_test
