#include "hub/platform/mailbox.h"

#include <poll.h>

#include <string>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace chairhub::mailbox_test {

using testing::ElementsAre;

template <class T>
bool is_readable(const Mailbox<T>& mailbox) {
  pollfd waiting{mailbox.fd(), POLLIN, 0};
  return ::poll(&waiting, 1, 0) == 1;
}

TEST(MailboxTest, HandsOverInOrder) {
  Mailbox<int> mailbox(10);
  for (const int n : {1, 2, 3}) mailbox.put(n);
  EXPECT_THAT(mailbox.take(), ElementsAre(1, 2, 3));
  EXPECT_TRUE(mailbox.take().empty());
}

TEST(MailboxTest, IsReadableOnlyWhileSomethingIsInIt) {
  Mailbox<int> mailbox(10);
  EXPECT_FALSE(is_readable(mailbox));
  mailbox.put(1);
  mailbox.put(2);
  EXPECT_TRUE(is_readable(mailbox));
  mailbox.take();
  EXPECT_FALSE(is_readable(mailbox));
}

TEST(MailboxTest, DropsTheOldestAndCounts) {
  Mailbox<int> mailbox(2);
  for (const int n : {1, 2, 3, 4}) mailbox.put(n);
  EXPECT_EQ(mailbox.dropped(), 2u);
  EXPECT_THAT(mailbox.take(), ElementsAre(3, 4));
}

TEST(MailboxTest, ASenderThatMustLoseNothingWaitsForRoom) {
  Mailbox<int> mailbox(1);
  std::thread sender([&] {
    for (int n = 0; n < 100; ++n) ASSERT_TRUE(mailbox.put_waiting(n));
  });
  int expected = 0;
  while (expected < 100)
    for (const int n : mailbox.take()) EXPECT_EQ(n, expected++);
  sender.join();
  EXPECT_EQ(mailbox.dropped(), 0u);
}

TEST(MailboxTest, ClosingLetsGoOfAWaitingSender) {
  Mailbox<int> mailbox(1);
  mailbox.put(1);
  bool put = true;
  std::thread sender([&] { put = mailbox.put_waiting(2); });
  mailbox.close();
  sender.join();
  EXPECT_FALSE(put);
}

}  // namespace chairhub::mailbox_test
