#include "hub/platform/event_loop.h"

#include <csignal>
#include <thread>

#include <gtest/gtest.h>

#include "hub/platform/clock.h"
#include "hub/platform/mailbox.h"

namespace chairhub::event_loop_test {

TEST(EventLoopTest, TurnsWhenAMailboxGetsSomething) {
  EventLoop loop;
  Mailbox<int> mailbox(4);
  int got = 0;
  loop.on_readable(mailbox.fd(), [&] {
    for (const int n : mailbox.take()) got = n;
    loop.stop();
  });
  std::thread sender([&] { mailbox.put(7); });
  loop.run();
  sender.join();
  EXPECT_EQ(got, 7);
}

TEST(EventLoopTest, WakesAtItsTimeAndCanBeSetAgainFromThere) {
  EventLoop loop;
  int woken = 0;
  std::function<void()> wake = [&] {
    if (++woken == 3) loop.stop();
    loop.wake_at(moment_now().steady, wake);
  };
  loop.wake_at(moment_now().steady, wake);
  loop.run();
  EXPECT_EQ(woken, 3);
}

TEST(EventLoopTest, ANewTimeReplacesTheOldOne) {
  EventLoop loop;
  bool old_one = false;
  loop.wake_at(moment_now().steady + std::chrono::hours(1), [&] { old_one = true; });
  loop.wake_at(moment_now().steady, [&] { loop.stop(); });
  loop.run();
  EXPECT_FALSE(old_one);
}

TEST(EventLoopTest, StopsOnASignal) {
  EventLoop loop;
  bool stopped = false;
  loop.on_stop_signal([&] {
    stopped = true;
    loop.stop();
  });
  ::raise(SIGTERM);
  loop.run();
  EXPECT_TRUE(stopped);
}

}  // namespace chairhub::event_loop_test
