#include "hub/platform/clock.h"

#include <sys/timex.h>

#include <cstdint>
#include <filesystem>
#include <fstream>

namespace chairhub {

Moment moment_now() {
  return {std::chrono::time_point_cast<Millis>(std::chrono::steady_clock::now()),
          std::chrono::time_point_cast<Millis>(std::chrono::system_clock::now())};
}

namespace {

// A clock of the machine's own that kept its time while it was off. A Raspberry Pi 5 has one that
// starts in 1970 without its battery, so what it shows has to make sense as well.
bool has_own_clock() {
  constexpr std::int64_t year_2026 = 1'767'225'600;
  std::ifstream file("/sys/class/rtc/rtc0/since_epoch");
  std::int64_t shown = 0;
  return file >> shown && shown >= year_2026;
}

}  // namespace

bool kernel_clock_is_synchronised() {
  timex state{};
  return ::adjtimex(&state) >= 0 && (state.status & STA_UNSYNC) == 0;
}

bool wall_clock_is_set() {
  if (kernel_clock_is_synchronised()) return true;
  // systemd leaves this mark once it has synchronized.
  std::error_code unreadable;
  return std::filesystem::exists("/run/systemd/timesync/synchronized", unreadable) || has_own_clock();
}

std::string boot_id() {
  std::ifstream file("/proc/sys/kernel/random/boot_id");
  std::string id;
  std::getline(file, id);
  return id;
}

}  // namespace chairhub
