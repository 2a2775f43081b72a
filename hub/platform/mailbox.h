// The one way from thread to thread: a bounded queue with a file descriptor
// that becomes readable when something is in it. Counts what it had to drop.
//
// Thread rule: put() from any thread; take() from the one that owns it.

#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <system_error>

#include <sys/eventfd.h>
#include <unistd.h>

#include "hub/platform/unique_fd.h"

namespace chairhub {

template <class T>
class Mailbox {
 public:
  explicit Mailbox(std::size_t capacity) : capacity_(capacity), event_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    if (!event_.valid()) throw std::system_error(errno, std::generic_category(), "eventfd");
  }

  // When full, the oldest goes: what is new matters more.
  void put(T message) {
    const std::lock_guard lock(mutex_);
    if (queue_.size() >= capacity_) {
      queue_.pop_front();
      ++dropped_;
    }
    push(std::move(message));
  }

  // Waits while full, for senders that must lose nothing; false once closed.
  bool put_waiting(T message) {
    std::unique_lock lock(mutex_);
    has_room_.wait(lock, [this] { return closed_ || queue_.size() < capacity_; });
    if (closed_) return false;
    push(std::move(message));
    return true;
  }

  // All that is there now; empties the file descriptor.
  std::deque<T> take() {
    std::deque<T> all;
    const std::lock_guard lock(mutex_);
    all.swap(queue_);
    std::uint64_t count = 0;
    // A mailbox that was already empty has nothing to read: that is fine.
    [[maybe_unused]] const auto n = ::read(event_.value(), &count, sizeof count);
    has_room_.notify_all();
    return all;
  }

  // Lets go of senders that wait, and wakes whoever polls.
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    has_room_.notify_all();
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto n = ::write(event_.value(), &one, sizeof one);
  }

  int fd() const { return event_.value(); }

  std::uint64_t dropped() const {
    const std::lock_guard lock(mutex_);
    return dropped_;
  }

 private:
  void push(T message) {
    queue_.push_back(std::move(message));
    if (queue_.size() > 1) return;
    const std::uint64_t one = 1;
    if (::write(event_.value(), &one, sizeof one) != sizeof one)
      throw std::system_error(errno, std::generic_category(), "eventfd write");
  }

  const std::size_t capacity_;
  UniqueFd event_;
  mutable std::mutex mutex_;
  std::condition_variable has_room_;
  std::deque<T> queue_;
  std::uint64_t dropped_ = 0;
  bool closed_ = false;
};

}  // namespace chairhub
