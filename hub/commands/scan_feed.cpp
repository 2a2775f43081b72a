#include "hub/commands/scan_feed.h"

#include <unistd.h>

#include <array>

#include "hub/platform/event_loop.h"

namespace chairhub {
namespace {

constexpr std::size_t scan_capacity = 256;

bool read_line() {
  std::array<char, 256> typed{};
  return ::read(STDIN_FILENO, typed.data(), typed.size()) > 0;
}

}  // namespace

ScanFeed::ScanFeed(std::unique_ptr<Kit> kit)
    : kit_(std::move(kit)), has_own_time_(kit_->pace().own_time), scans_(scan_capacity) {}

ScanFeed::~ScanFeed() {
  scans_.close();
}

// False once there is nothing more to hand on.
bool ScanFeed::deliver(const Handlers& handlers) {
  for (Scan& scan : scans_.take()) pending_.push_back(scan);
  while (!pending_.empty() && !is_over_) {
    const Scan scan = pending_.front();
    pending_.pop_front();
    is_over_ = scan.ended;
    if (!is_over_ && !handlers.frame(scan.frame)) return false;
  }
  return !is_over_;
}

ScanFeed::End ScanFeed::run(const Handlers& handlers) {
  EventLoop loop;
  bool interrupted = false;
  loop.on_stop_signal([&] {
    interrupted = true;
    loop.stop();
  });
  const auto hand_on = [&] {
    if (!deliver(handlers)) loop.stop();
  };
  loop.on_readable(scans_.fd(), hand_on);
  if (handlers.line)
    loop.on_readable(STDIN_FILENO, [&] {
      if (read_line())
        handlers.line();
      else
        loop.stop();  // nobody will press Enter any more
    });
  if (!scanning_) {
    scanning_.emplace(0, *kit_, scans_);  // only now are the signals the loop's
  } else if (!has_own_time_) {
    scans_.take();
    pending_.clear();
  }
  hand_on();
  loop.run();
  if (interrupted) return End::interrupted;
  return is_over_ ? End::over : End::enough;
}

}  // namespace chairhub
