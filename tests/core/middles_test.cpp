#include "hub/core/middles.h"

#include <algorithm>
#include <vector>

#include <gtest/gtest.h>

namespace chairhub::middles_test {

TEST(Middles, AreWhatSortingWouldPutThereInAnyOrderAndWithEqualsAmongThem) {
  for (std::size_t count = 1; count <= 7; ++count) {
    std::vector<int> values = {1, 2, 2, 3, 5, 5, 8};
    values.resize(count);
    const std::vector<int> sorted = values;
    do {
      const auto found = middles<int>(values);
      ASSERT_EQ(found.lower, sorted[(count - 1) / 2]);
      ASSERT_EQ(found.upper, sorted[count / 2]);
    } while (std::next_permutation(values.begin(), values.end()));
  }
}

}  // namespace chairhub::middles_test
