#include "drivers/bus/bus_clock.h"

#include <cerrno>
#include <ctime>

namespace chairhub {
namespace {

class MonotonicBusClock final : public BusClock {
 public:
  Nanos now() override {
    timespec time{};
    ::clock_gettime(CLOCK_MONOTONIC, &time);
    return std::chrono::seconds(time.tv_sec) + Nanos(time.tv_nsec);
  }

  // An absolute deadline does not move when a signal interrupts the wait.
  void wait(Nanos length) override {
    const Nanos due = now() + length;
    const auto whole = std::chrono::floor<std::chrono::seconds>(due);
    timespec time{};
    time.tv_sec = static_cast<std::time_t>(whole.count());
    time.tv_nsec = static_cast<decltype(time.tv_nsec)>((due - whole).count());
    while (::clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, nullptr) == EINTR) {
    }
  }
};

}  // namespace

BusClock& monotonic_bus_clock() {
  static MonotonicBusClock clock;
  return clock;
}

}  // namespace chairhub
