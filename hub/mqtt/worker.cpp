#include "hub/mqtt/worker.h"

#include <utility>

namespace chairhub {

Worker::Worker() : queue_(std::make_shared<Queue>()) {
  std::packaged_task<void()> task([queue = queue_] { work(*queue); });
  done_ = task.get_future();
  thread_ = std::thread(std::move(task));
}

Worker::~Worker() {
  if (!thread_.joinable()) return;
  post({});
  thread_.join();
}

void Worker::post(std::function<void()> job) {
  {
    const std::scoped_lock lock(queue_->mutex);
    if (job)
      queue_->jobs.push_back(std::move(job));
    else
      queue_->is_closed = true;
  }
  queue_->changed.notify_one();
}

bool Worker::stop(Millis at_most) {
  if (!thread_.joinable()) return true;
  post({});
  const bool is_done = done_.wait_for(at_most) == std::future_status::ready;
  is_done ? thread_.join() : thread_.detach();
  return is_done;
}

void Worker::work(Queue& queue) {
  while (true) {
    std::unique_lock lock(queue.mutex);
    queue.changed.wait(lock, [&] { return queue.is_closed || !queue.jobs.empty(); });
    if (queue.jobs.empty()) return;
    const std::function<void()> job = std::move(queue.jobs.front());
    queue.jobs.pop_front();
    lock.unlock();
    job();
  }
}

}  // namespace chairhub
