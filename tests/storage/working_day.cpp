#include "tests/storage/working_day.h"

#include <array>

#include "tests/storage/story.h"

namespace chairhub {
namespace {

constexpr std::array postures = {Posture::supported, Posture::unsupported_upright, Posture::bent_forward,
                                 Posture::slumped};

}  // namespace

std::uint64_t WorkingDay::play(Moment eight_o_clock) {
  for (int number = 0; number < 9; ++number) hour(eight_o_clock + number * 1h);
  storage_thread_runs_until(eight_o_clock + 24h);
  return last_alert_;
}

// Somebody sits for 53 minutes, then is away.
void WorkingDay::hour(Moment begin) {
  constexpr int sat = 53;
  append(SittingStarted{begin}, begin);
  for (int number = 0; number < sat; ++number) minute(begin + number * 1min, number);
  const Moment end = begin + sat * 1min + 20s;
  append(minute_at(WallTime(std::chrono::floor<Minutes>(end.wall)), 0), end);
  take(Posture::empty, end);
  append(SittingEnded{begin, end, 18}, end);
  append(BreakTaken{end, 6min + 40s}, begin + 1h);
}

void WorkingDay::minute(Moment begin, int number) {
  if (number == 25 || (number == 45 && begin.wall.time_since_epoch() / 1h % 3 == 0)) alert(begin + 5s);
  if (number == 26) hold(Held::already_raised, begin + 2s);
  if (number == 35) hold(Held::not_due, begin + 2s);
  if (number % 5 < 2) take(postures.at(static_cast<std::size_t>(number) % postures.size()), begin + 17s);
  append(minute_at(begin.wall, static_cast<std::uint32_t>(number % 3 == 0)), begin + 1min);
}

void WorkingDay::take(Posture posture, Moment at) {
  if (span_open_) append(SpanEnded{span_.posture, span_.start, at}, at);
  span_ = {posture, at, "back 0.12 of baseline, less than 0.20; centre 0.31 forward of the supported place"};
  span_open_ = true;
  append(span_, at);
}

// The broker takes it 200 ms later.
void WorkingDay::alert(Moment at) {
  append(alert_of(++last_alert_, Cause::static_too_long, at), at);
  storage_thread_runs_until(at + 200ms);
  log_.acknowledged("desk", last_alert_);
  append(AlertCleared{last_alert_, Cause::static_too_long, at + 200ms}, at + 200ms);
}

void WorkingDay::hold(Held held, Moment at) {
  append(HeldChanged{Cause::static_too_long, held, at, 16, 15}, at);
}

void WorkingDay::append(const Event& event, Moment at) {
  storage_thread_runs_until(at);
  log_.append("desk", event);
  EXPECT_TRUE(log_.commit_if_due(at.steady));
}

void WorkingDay::storage_thread_runs_until(Moment until) {
  while (log_.next_deadline() && *log_.next_deadline() <= until.steady)
    EXPECT_TRUE(log_.commit_if_due(*log_.next_deadline()));
}

}  // namespace chairhub
