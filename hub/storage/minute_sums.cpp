#include "hub/storage/minute_sums.h"

#include "hub/storage/minute_rows.h"

namespace chairhub {

std::vector<Minute> summed(const std::vector<Minute>& minutes, Seconds step) {
  std::vector<Minute> steps;
  for (Minute minute : minutes) {
    const Millis since_1970 = minute.start.time_since_epoch();
    minute.start = WallTime(since_1970 - since_1970 % Millis(step));
    if (!steps.empty() && steps.back().start == minute.start)
      steps.back() = merged(steps.back(), minute);
    else
      steps.push_back(minute);
  }
  return steps;
}

}  // namespace chairhub
