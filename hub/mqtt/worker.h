// A thread that does one job after another. Paho resolves host names under a
// lock that all its calls take, so any of them can take as long as a name
// server that does not answer; here that delays nobody.
//
// Thread rule: post() and stop() belong to one thread.

#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>

#include "hub/core/time.h"

namespace chairhub {

class Worker {
 public:
  Worker();
  // Whoever has not called stop() waits here without limit.
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  void post(std::function<void()> job);

  // No job is taken after those already posted. False when they are not done
  // within `at_most`; the thread is then left alone with what its jobs own.
  bool stop(Millis at_most);

 private:
  struct Queue {
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<std::function<void()>> jobs;
    bool is_closed = false;
  };

  static void work(Queue& queue);

  std::shared_ptr<Queue> queue_;
  std::future<void> done_;
  std::thread thread_;
};

}  // namespace chairhub
