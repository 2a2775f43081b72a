#include "hub/platform/repeats.h"

#include <chrono>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/moments.h"

namespace chairhub::repeats_test {

using namespace std::chrono_literals;
using ::testing::Eq;
using ::testing::Optional;

class RepeatsTest : public ::testing::Test {
 protected:
  std::optional<std::string> says(std::string_view text) { return repeats.said(text, now); }

  Repeats repeats;
  SteadyTime now = morning().steady;
};

TEST_F(RepeatsTest, TheSameIsSaidOnce) {
  EXPECT_THAT(says("the disk is full"), Optional(Eq("the disk is full")));
  EXPECT_THAT(says("the disk is full"), Eq(std::nullopt));
  now += 59s;
  EXPECT_THAT(says("the disk is full"), Eq(std::nullopt));
}

TEST_F(RepeatsTest, SomethingElseIsSaidMeanwhile) {
  says("the disk is full");
  EXPECT_THAT(says("the broker is gone"), Optional(Eq("the broker is gone")));
}

TEST_F(RepeatsTest, AfterAWhileItIsSaidAgainWithACount) {
  for (int i = 0; i < 4; ++i) says("the disk is full");
  now += 1min;
  EXPECT_THAT(says("the disk is full"), Optional(Eq("the disk is full (and 3 times since it was last said)")));
  now += 1min;
  EXPECT_THAT(says("the disk is full"), Optional(Eq("the disk is full")));
}

TEST_F(RepeatsTest, ManyTextsTakeNoMoreMemory) {
  for (std::size_t i = 0; i < 2 * Repeats::most_texts; ++i) {
    EXPECT_TRUE(says("text " + std::to_string(i)));
    now += 1ms;
  }
  EXPECT_TRUE(says("text 0")) << "it was forgotten";
  EXPECT_FALSE(says("text " + std::to_string(2 * Repeats::most_texts - 1)));
}

}  // namespace chairhub::repeats_test
