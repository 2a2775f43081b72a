// A backup is taken while the hub runs, and put back when it does not.

#include <csignal>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/end_to_end/workbench.h"

namespace chairhub::backup_test {

using testing::HasSubstr;

TEST(Backup, IsTakenFromARunningHubAndPutBackWhenItHasStopped) {
  const Workbench bench;
  bench.configure(R"({ driver = "simulated", scenario = "ordinary-office-day", start = "now", repeat = true })");
  const auto with = [&](const std::string& command) {
    return bench.chairhub({command, "--config", bench.file("hub.toml"), bench.file("copy.db")});
  };
  const auto hub = bench.start({"run", "--config", bench.file("hub.toml")});
  ASSERT_TRUE(hub->says("log: "));
  const Finished backup = with("backup");
  EXPECT_EQ(backup.exit_code, 0) << backup.output;
  const Finished early = with("restore");
  EXPECT_EQ(early.exit_code, 1);
  EXPECT_THAT(early.output, HasSubstr("the hub runs, as process"));
  hub->signal(SIGTERM);
  EXPECT_EQ(hub->wait(), 0);
  const Finished restore = with("restore");
  EXPECT_EQ(restore.exit_code, 0) << restore.output;
  EXPECT_THAT(restore.output, HasSubstr(".replaced-1"));
}

}  // namespace chairhub::backup_test
