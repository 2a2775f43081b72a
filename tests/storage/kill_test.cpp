// A hub that is killed at any moment loses nothing that it had committed.

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <random>
#include <stdexcept>

#include <SQLiteCpp/Database.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/storage/story.h"

namespace chairhub::kill_test {

using ::testing::AnyOf;
using ::testing::Each;
using ::testing::Eq;
using ::testing::Field;
using ::testing::SizeIs;

class KillTest : public LogStory {
 protected:
  // Lets a hub log minute after minute and kills it some time after it has
  // told of `commits` of them; returns how many it told of.
  std::size_t commits_before_kill(int commits) {
    int ends[2];
    if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
    const ::pid_t hub = ::fork();
    if (hub == 0) log_for_ever(ends[1]);
    ::close(ends[1]);
    std::size_t told = 0;
    char byte = 0;
    while (::read(ends[0], &byte, 1) == 1)
      if (++told == static_cast<std::size_t>(commits)) ::kill(hub, SIGKILL);
    ::close(ends[0]);
    int status = 0;
    ::waitpid(hub, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) << "the hub ended by itself";
    return told;
  }

  std::string integrity() const {
    SQLite::Database database(files.database.string());
    return database.execAndGet("PRAGMA integrity_check").getString();
  }

 private:
  // noexcept: a failure must not go on with the parent's tests.
  [[noreturn]] void log_for_ever(int told) noexcept {
    hub_starts();
    for (std::uint64_t id = 1;; ++id) {
      takes(id % 2 == 0 ? Posture::supported : Posture::slumped);
      sits_a_minute();
      alerts(id);
      if (!log->commit_if_due(now.steady) || ::write(told, "+", 1) != 1) ::_exit(1);
    }
  }
};

TEST_F(KillTest, LosesNothingThatWasCommitted) {
  std::mt19937 random(4);
  for (int round = 0; round < 12; ++round) {
    files.database = folder.path() / ("round-" + std::to_string(round));
    const auto told = commits_before_kill(1 + static_cast<int>(random() % 150));
    const auto logged = minutes();
    EXPECT_THAT(logged.size(), AnyOf(Eq(told), Eq(told + 1))) << "one commit may be done but not told";
    EXPECT_THAT(logged_alerts(), SizeIs(logged.size())) << "a commit is written whole";

    hub_starts();
    EXPECT_EQ(integrity(), "ok");
    EXPECT_THAT(outbox(), SizeIs(logged.size()));
    EXPECT_THAT(spans(), SizeIs(logged.size()));
    EXPECT_THAT(spans(), Each(Field(&LoggedSpan::is_open, false)));
    hub_dies();
  }
}

}  // namespace chairhub::kill_test
