#include "hub/platform/clock.h"

#include <sys/timex.h>

#include <filesystem>
#include <fstream>

namespace chairhub {

Moment moment_now() {
  return {std::chrono::time_point_cast<Millis>(std::chrono::steady_clock::now()),
          std::chrono::time_point_cast<Millis>(std::chrono::system_clock::now())};
}

bool wall_clock_is_set() {
  timex state{};
  const bool synchronized = ::adjtimex(&state) >= 0 && (state.status & STA_UNSYNC) == 0;
  // A machine with a clock of its own may have no NTP; systemd leaves this mark once it has synchronized.
  std::error_code ignored;
  return synchronized || std::filesystem::exists("/run/systemd/timesync/synchronized", ignored) ||
         std::filesystem::exists("/dev/rtc0", ignored);
}

std::string boot_id() {
  std::ifstream file("/proc/sys/kernel/random/boot_id");
  std::string id;
  std::getline(file, id);
  return id;
}

}  // namespace chairhub
