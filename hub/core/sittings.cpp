#include "hub/core/sittings.h"

#include <algorithm>

#include "hub/core/units.h"

namespace chairhub {

void Sittings::update(bool occupied, Moment now, Millis elapsed, const Thresholds& thresholds,
                      std::vector<Event>& events) {
  if (!day_known_) begin_first_day(now, thresholds);
  begin_day_if_due(now, elapsed);
  if (occupied) {
    if (!started_) {
      sit_down(now, thresholds, events);
      return;
    }
    count(now, elapsed);
  } else if (started_) {
    count(now, elapsed);
    get_up(now, events);
  } else {
    stay_away(now, thresholds);
  }
}

void Sittings::count(Moment now, Millis elapsed) {
  today_ = std::min(today_ + elapsed, now.wall - day_begin_);
  session_ += elapsed;
}

void Sittings::begin_first_day(Moment now, const Thresholds& thresholds) {
  day_known_ = true;
  day_begin_ = local_time_.midnight_before(now.wall);
  day_end_ = local_time_.midnight_after(now.wall);
  if (resume_.day >= day_begin_ && resume_.day < day_end_) today_ = resume_.today;
  const auto on_both_clocks = [now](WallTime wall) { return Moment{now.steady - (now.wall - wall), wall}; };
  // A clock that has gone back since then proves nothing about a break.
  if (resume_.away_since && *resume_.away_since <= now.wall) {
    away_since_ = on_both_clocks(*resume_.away_since);
    session_ = resume_.session;
    stay_away(now, thresholds);
  }
  if (!last_break_ && resume_.last_break) last_break_ = on_both_clocks(*resume_.last_break);
}

void Sittings::begin_day_if_due(Moment now, Millis elapsed) {
  if (now.wall >= day_begin_ && now.wall < day_end_) return;
  const bool midnight_passed = now.wall >= day_end_ && now.wall - day_end_ <= elapsed;
  day_begin_ = local_time_.midnight_before(now.wall);
  day_end_ = local_time_.midnight_after(now.wall);
  // A clock that was set moves the day around what was counted in it; only a real midnight, or a
  // day without a sitting, starts a new count.
  if (midnight_passed || !started_) today_ = Millis{0};
}

void Sittings::move_day(WallTime now) {
  if (!day_known_) return;
  day_begin_ = local_time_.midnight_before(now);
  day_end_ = local_time_.midnight_after(now);
}

void Sittings::sit_down(Moment now, const Thresholds& thresholds, std::vector<Event>& events) {
  if (away_since_) {
    const Millis away = now.steady - away_since_->steady;
    if (away >= minutes(thresholds.break_full_min)) {
      events.emplace_back(BreakTaken{*away_since_, away});
      session_ = Millis{0};
      last_break_ = now;
    } else if (away >= seconds(thresholds.break_min_s)) {
      const auto repaid = Millis(std::llround(static_cast<double>(away.count()) * thresholds.break_credit));
      session_ = std::max(session_ - repaid, Millis{0});
    }
    away_since_.reset();
  }
  started_ = now;
  shifts_ = 0;
  events.emplace_back(SittingStarted{now});
}

void Sittings::stay_away(Moment now, const Thresholds& thresholds) {
  if (!away_since_ || now.steady - away_since_->steady < minutes(thresholds.break_full_min)) return;
  session_ = Millis{0};
  last_break_ = now;
}

void Sittings::get_up(Moment at, std::vector<Event>& events) {
  events.emplace_back(SittingEnded{*started_, at, shifts_});
  started_.reset();
  away_since_ = at;
}

void Sittings::interrupt(Moment last_known, std::vector<Event>& events) {
  if (started_) get_up(last_known, events);
}

}  // namespace chairhub
