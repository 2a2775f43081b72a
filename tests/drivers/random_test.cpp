// The numbers of chance are the same everywhere: these are written down, not
// computed by the code under test.

#include "drivers/simulated/random.h"

#include <cmath>

#include <gtest/gtest.h>

namespace chairhub::simulated::random_test {

TEST(RandomTest, EachPurposeHasASequenceOfItsOwn) {
  Random a(7, 0), same(7, 0), other_purpose(7, 1), other_seed(8, 0);
  const double first = a.between(0.0, 1.0);
  EXPECT_EQ(first, same.between(0.0, 1.0));
  EXPECT_NE(first, other_purpose.between(0.0, 1.0));
  EXPECT_NE(first, other_seed.between(0.0, 1.0));
}

TEST(RandomTest, NumbersAreKnownDigitByDigit) {
  Random random(7, 3);
  EXPECT_EQ(random.below(1000000), 96123U);
  EXPECT_EQ(random.between(0.0, 1.0), 0.68303657926036621);
  EXPECT_EQ(even_at(7, 3, 11), -0.12664903872089028);
  EXPECT_EQ(bell_at(7, 3, 11), -0.089463523058223138);
}

TEST(RandomTest, EvenNumbersFillTheirRange) {
  constexpr int count = 20000;
  double sum = 0, low = 1, high = -1;
  for (int n = 0; n < count; ++n) {
    const double number = even_at(1, 2, static_cast<std::uint64_t>(n));
    sum += number;
    low = std::min(low, number);
    high = std::max(high, number);
  }
  EXPECT_NEAR(sum / count, 0, 0.02);
  EXPECT_GE(low, -1);
  EXPECT_LT(low, -0.99);
  EXPECT_LT(high, 1);
  EXPECT_GT(high, 0.99);
}

TEST(RandomTest, BellNumbersHaveTheirMiddleAtZeroAndADeviationOfOne) {
  constexpr int count = 20000;
  double sum = 0, squares = 0;
  for (int n = 0; n < count; ++n) {
    const double number = bell_at(1, 2, static_cast<std::uint64_t>(n));
    sum += number;
    squares += number * number;
  }
  EXPECT_NEAR(sum / count, 0, 0.03);
  EXPECT_NEAR(std::sqrt(squares / count), 1, 0.03);
}

}  // namespace chairhub::simulated::random_test
