#include "hub/service/background.h"

#include <poll.h>

#include <thread>

#include <gtest/gtest.h>

namespace chairhub::background_test {

void finish_one(BackgroundWork& background) {
  pollfd fd{background.fd(), POLLIN, 0};
  ASSERT_EQ(::poll(&fd, 1, 20'000), 1);
  background.finish();
}

TEST(BackgroundWork, IsDoneElsewhereAndFinishedHere) {
  BackgroundWork background;
  std::thread::id worked_on;
  std::thread::id finished_on;
  background.run([&worked_on] { worked_on = std::this_thread::get_id(); },
                 [&finished_on] { finished_on = std::this_thread::get_id(); });
  finish_one(background);
  EXPECT_EQ(finished_on, std::this_thread::get_id());
  EXPECT_NE(worked_on, finished_on);
  EXPECT_NE(worked_on, std::thread::id());
}

TEST(BackgroundWork, IsNotFinishedWhenNobodyIsLeft) {
  bool finished = false;
  {
    BackgroundWork background;
    background.run([] {}, [&finished] { finished = true; });
  }
  EXPECT_FALSE(finished);
}

}  // namespace chairhub::background_test
