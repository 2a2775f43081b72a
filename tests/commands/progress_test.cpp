#include "hub/commands/progress.h"

#include <cstdio>

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace chairhub::progress_test {

using namespace std::chrono_literals;

class ProgressTest : public testing::Test {
 protected:
  ~ProgressTest() override { std::fclose(out); }
  std::string said() const {
    std::fflush(out);
    return folder.read("stderr");
  }

  TemporaryFolder folder;
  std::FILE* out = std::fopen((folder.path() / "stderr").c_str(), "w");
  SteadyTime begin{1h};
  Progress progress{"replay", begin, out};
};

TEST_F(ProgressTest, StaysSilentForTwoSeconds) {
  progress.look(8192, begin + 1s);
  progress.look(16384, begin + 1999ms);
  EXPECT_EQ(said(), "");
}

TEST_F(ProgressTest, ThenSaysALineASecondWithRowsAndTime) {
  progress.look(100, begin + 2s);
  progress.look(150, begin + 2500ms);
  progress.look(200, begin + 3s);
  EXPECT_EQ(said(), "replay: 100 rows, 2 s\nreplay: 200 rows, 3 s\n");
}

}  // namespace chairhub::progress_test
