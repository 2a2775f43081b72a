#include "hub/mqtt/worker.h"

#include <future>
#include <memory>
#include <vector>

#include <gtest/gtest.h>

namespace chairhub::worker_test {

TEST(Worker, DoesJobsInTheirOrderAndAllBeforeItStops) {
  std::vector<int> done;
  Worker worker;
  for (int i = 0; i < 100; ++i) worker.post([&done, i] { done.push_back(i); });
  ASSERT_TRUE(worker.stop(Seconds{10}));
  ASSERT_EQ(done.size(), 100u);
  EXPECT_TRUE(std::is_sorted(done.begin(), done.end()));
}

TEST(Worker, IsLeftAloneWhenAJobHangs) {
  auto release = std::make_shared<std::promise<void>>();
  auto finished = std::make_shared<std::promise<void>>();
  auto end = finished->get_future();
  {
    Worker worker;
    worker.post([release, finished] {
      release->get_future().wait();
      finished->set_value();
    });
    EXPECT_FALSE(worker.stop(Millis{20}));
  }
  release->set_value();
  end.wait();
}

TEST(Worker, LetsGoOfWhatAJobOwned) {
  auto owned = std::make_shared<int>(1);
  const std::weak_ptr<int> watch = owned;
  Worker worker;
  worker.post([owned] {});
  owned.reset();
  ASSERT_TRUE(worker.stop(Seconds{10}));
  EXPECT_TRUE(watch.expired());
}

}  // namespace chairhub::worker_test
