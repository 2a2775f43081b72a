#include "hub/core/minutes.h"

#include <algorithm>

#include "hub/core/units.h"

namespace chairhub {

void MinuteSums::Sum::add(double value, bool first) {
  min = first ? value : std::min(min, value);
  max = first ? value : std::max(max, value);
  total = first ? value : total + value;
}

MinMeanMax MinuteSums::Sum::mean_of(std::uint32_t n) const {
  return n == 0 ? MinMeanMax{} : MinMeanMax{min, total / n, max};
}

void MinuteSums::begin(WallTime start) {
  minute_ = Minute{};
  minute_.start = start;
  occupied_ticks_ = 0;
  open_ = true;
}

void MinuteSums::close(std::vector<Event>& events) {
  if (open_ && occupied_ticks_ > 0) {
    minute_.seat_total = seat_total_.mean_of(occupied_ticks_);
    minute_.back_share = back_share_.mean_of(occupied_ticks_);
    minute_.left_right = left_right_.mean_of(occupied_ticks_);
    minute_.front_back = front_back_.mean_of(occupied_ticks_);
    events.emplace_back(minute_);
  }
  open_ = false;
}

void MinuteSums::add(Posture posture, bool occupied, const Balance& balance, Moment now, Millis elapsed,
                     std::vector<Event>& events) {
  const WallTime start = std::chrono::floor<Minutes>(now.wall);
  Millis in_this_minute = elapsed;
  if (open_ && minute_.start != start) {
    // What lies before the full minute still belongs to the one that ends here.
    const Millis after = std::min<Millis>(now.wall - start, elapsed);
    if (start - minute_.start == Minutes(1))
      minute_.seconds[static_cast<std::size_t>(posture)] += to_seconds(elapsed - after);
    in_this_minute = after;
    close(events);
  }
  if (!open_) begin(start);
  minute_.seconds[static_cast<std::size_t>(posture)] += to_seconds(in_this_minute);
  if (!occupied) return;
  const bool first = occupied_ticks_++ == 0;
  seat_total_.add(balance.seat_total, first);
  back_share_.add(balance.back_share, first);
  left_right_.add(balance.left_right, first);
  front_back_.add(balance.front_back, first);
}

}  // namespace chairhub
