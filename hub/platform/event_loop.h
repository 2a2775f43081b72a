// The service's one loop, on sd-event: file descriptors, one-shot timers,
// signals and systemd's watchdog.
//
// Thread rule: everything on the thread that calls run().

#pragma once

#include <functional>
#include <memory>

#include "hub/core/time.h"

namespace chairhub {

class EventLoop {
 public:
  EventLoop();
  ~EventLoop();
  EventLoop(const EventLoop&) = delete;
  EventLoop& operator=(const EventLoop&) = delete;

  // Calls `ready` whenever `fd` is readable. `fd` stays open as long as this lives.
  void on_readable(int fd, std::function<void()> ready);

  // Calls `stop` once SIGINT or SIGTERM comes. Blocks both signals for every
  // thread that is started afterwards.
  void on_stop_signal(std::function<void()> stop);

  // Calls `due` at `when`; the one wake-up there is, so a new time replaces the old one.
  void wake_at(SteadyTime when, std::function<void()> due);

  // Turns until stop(); watched by systemd's watchdog when the unit asks for it.
  void run();
  void stop();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace chairhub
