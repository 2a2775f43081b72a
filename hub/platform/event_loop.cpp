#include "hub/platform/event_loop.h"

#include <csignal>
#include <ctime>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <sys/epoll.h>

#include <systemd/sd-event.h>

namespace chairhub {
namespace {

void check(int result, const char* what) {
  if (result < 0) throw std::system_error(-result, std::generic_category(), what);
}

std::uint64_t microseconds(SteadyTime t) {
  return static_cast<std::uint64_t>(std::max<std::int64_t>(t.time_since_epoch().count(), 0)) * 1000;
}

}  // namespace

struct EventLoop::Impl {
  sd_event* event = nullptr;
  sd_event_source* timer = nullptr;
  std::function<void()> due;
  std::function<void()> stop;
  std::vector<std::unique_ptr<std::function<void()>>> readers;  // their addresses are what sd-event keeps

  static int on_io(sd_event_source*, int, std::uint32_t, void* data) {
    (*static_cast<std::function<void()>*>(data))();
    return 0;
  }
  static int on_time(sd_event_source*, std::uint64_t, void* data) {
    // The callback may set a new time, which replaces the function it runs in.
    const std::function<void()> due = static_cast<Impl*>(data)->due;
    due();
    return 0;
  }
  static int on_signal(sd_event_source*, const signalfd_siginfo*, void* data) {
    static_cast<Impl*>(data)->stop();
    return 0;
  }
};

EventLoop::EventLoop() : impl_(std::make_unique<Impl>()) {
  check(sd_event_new(&impl_->event), "sd_event_new");
  check(sd_event_set_watchdog(impl_->event, 1), "sd_event_set_watchdog");
}

EventLoop::~EventLoop() {
  sd_event_source_unref(impl_->timer);
  sd_event_unref(impl_->event);
}

void EventLoop::on_readable(int fd, std::function<void()> ready) {
  impl_->readers.push_back(std::make_unique<std::function<void()>>(std::move(ready)));
  check(sd_event_add_io(impl_->event, nullptr, fd, EPOLLIN, &Impl::on_io, impl_->readers.back().get()),
        "sd_event_add_io");
}

void EventLoop::on_stop_signal(std::function<void()> stop) {
  impl_->stop = std::move(stop);
  sigset_t signals;
  ::sigemptyset(&signals);
  ::sigaddset(&signals, SIGINT);
  ::sigaddset(&signals, SIGTERM);
  if (const int error = ::pthread_sigmask(SIG_BLOCK, &signals, nullptr); error != 0) check(-error, "pthread_sigmask");
  for (const int signal : {SIGINT, SIGTERM})
    check(sd_event_add_signal(impl_->event, nullptr, signal, &Impl::on_signal, impl_.get()), "sd_event_add_signal");
}

void EventLoop::wake_at(SteadyTime when, std::function<void()> due) {
  impl_->due = std::move(due);
  if (!impl_->timer) {
    check(sd_event_add_time(impl_->event, &impl_->timer, CLOCK_MONOTONIC, microseconds(when), 1000, &Impl::on_time,
                            impl_.get()),
          "sd_event_add_time");
    return;
  }
  check(sd_event_source_set_time(impl_->timer, microseconds(when)), "sd_event_source_set_time");
  check(sd_event_source_set_enabled(impl_->timer, SD_EVENT_ONESHOT), "sd_event_source_set_enabled");
}

void EventLoop::run() {
  check(sd_event_loop(impl_->event), "sd_event_loop");
}

void EventLoop::stop() {
  check(sd_event_exit(impl_->event, 0), "sd_event_exit");
}

}  // namespace chairhub
