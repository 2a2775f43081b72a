#include "tests/bench/year_log.h"

#include <stdexcept>

#include "tests/storage/story.h"
#include "tests/storage/working_day.h"

namespace chairhub {

void write_year(const std::filesystem::path& database, WallTime monday) {
  const WallTime first = monday - std::chrono::days(50 * 7);
  const auto moment = [first](WallTime wall) { return Moment{SteadyTime(wall - first) + 1000h, wall}; };
  auto log = Logbook::open({database, {}}, {"a year ago", "1.0.0", moment(first), true, {desk_chair()}});
  if (!log) throw std::runtime_error(log.error().message);
  std::uint64_t last_alert = 0;
  WallTime end = first;
  for (int week = 0; week < 50; ++week)
    for (int day = 0; day < 5; ++day) {
      const WallTime eight = first + std::chrono::days(7 * week + day) + 8h;
      last_alert = WorkingDay(*log, last_alert).play(moment(eight));
      end = eight + 10h;
    }
  if (auto closed = log->close(moment(end)); !closed) throw std::runtime_error(closed.error().message);
}

}  // namespace chairhub
