#include "hub/platform/board.h"

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace chairhub::board_test {

TEST(Board, TellsItsTemperatureInDegrees) {
  const TemporaryFolder folder;
  folder.write("temp", "48312\n");
  EXPECT_EQ(board_celsius(folder.path() / "temp"), 48.312);
}

TEST(Board, TellsNothingWhereNothingMeasures) {
  const TemporaryFolder folder;
  folder.write("temp", "");
  EXPECT_FALSE(board_celsius(folder.path() / "temp"));
  EXPECT_FALSE(board_celsius(folder.path() / "none"));
}

}  // namespace chairhub::board_test
