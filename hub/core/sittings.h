// Adds up sitting: the bout now, today, and since the last full break, with
// short breaks credited. Says when a bout starts and ends and when a break was
// taken.

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "hub/core/local_time.h"
#include "hub/core/observation.h"
#include "hub/core/thresholds.h"
#include "hub/core/time.h"

namespace chairhub {

// What an earlier run knew, so that a restart does not forget the morning.
struct SittingsResume {
  WallTime day{};  // any moment of the day that `today` belongs to
  Millis today{};
  Millis session{};
  std::optional<WallTime> away_since;  // when the chair was last seen occupied
  std::optional<WallTime> last_break;
};

class Sittings {
 public:
  Sittings(const LocalTime& local_time, SittingsResume resume) : local_time_(local_time), resume_(resume) {}

  // Takes one tick; `elapsed` is what has passed since the previous one.
  // Appends what just happened to `events`.
  void update(bool occupied, Moment now, Millis elapsed, const Thresholds& thresholds, std::vector<Event>& events);

  // The sensors fell silent for too long at `last_known`: the bout ends there.
  void interrupt(Moment last_known, std::vector<Event>& events);

  // The day ends at another moment, as in another time zone. What was counted in it stays.
  void move_day(WallTime now);

  void count_shift() { ++shifts_; }

  bool sitting() const { return started_.has_value(); }
  Millis today() const { return today_; }
  Millis session() const { return session_; }
  std::optional<Moment> last_break() const { return last_break_; }
  std::optional<Moment> away_since() const { return away_since_; }

 private:
  void count(Moment now, Millis elapsed);
  void begin_first_day(Moment now, const Thresholds& thresholds);
  void begin_day_if_due(Moment now, Millis elapsed);
  void sit_down(Moment now, const Thresholds& thresholds, std::vector<Event>& events);
  void stay_away(Moment now, const Thresholds& thresholds);
  void get_up(Moment at, std::vector<Event>& events);

  const LocalTime& local_time_;  // outlives this
  SittingsResume resume_;
  bool day_known_ = false;
  WallTime day_begin_{};
  WallTime day_end_{};
  std::optional<Moment> started_;
  std::optional<Moment> away_since_;
  std::optional<Moment> last_break_;
  std::uint32_t shifts_ = 0;
  Millis today_{};
  Millis session_{};
};

}  // namespace chairhub
