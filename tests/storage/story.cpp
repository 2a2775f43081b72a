#include "tests/storage/story.h"

#include <stdexcept>

#include "hub/core/coach.h"

namespace chairhub {
namespace {

template <class T>
T expect_value(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message);
  return *std::move(result);
}

}  // namespace

Chair desk_chair() {
  return {"desk",
          "Desk",
          {{"seat_left", Zone::seat, -1, 0, {}}, {"seat_right", Zone::seat, 1, 0, {}}, {"back", Zone::back, 0, 1, {}}}};
}

Alert alert_of(std::uint64_t id, Cause cause, Moment raised) {
  Alert alert;
  alert.id = id;
  alert.cause = cause;
  alert.raised = raised;
  alert.since = raised + (-15min);
  alert.minutes = 15.25;
  alert.evidence = {{"static_warn_min", 15.25, 15}, {"shifts_per_hour", 1.5, std::nullopt}};
  alert.also_due = {Cause::bent_forward, Cause::unsupported_upright};
  alert.advice = advice_for({cause, true, false, raised.wall}, {}, {}, Language::english);
  alert.advice.hint = "Raise the screen.";
  alert.text = "You have not moved for 15 minutes.";
  return alert;
}

Minute minute_at(WallTime start, std::uint32_t shifts) {
  Minute minute;
  minute.start = start;
  minute.seconds[static_cast<std::size_t>(Posture::supported)] = 60;
  minute.shifts = shifts;
  minute.seat_total = {0.812, 0.934, 1.207};
  minute.back_share = {0.101, 0.203, 0.305};
  minute.left_right = {-0.1, 0.002, 0.094};
  minute.front_back = {-0.311, -0.21, -0.109};
  return minute;
}

void LogStory::hub_starts(bool clock_is_set) {
  log.reset();
  span_.reset();
  sat_down_.reset();
  auto opened = Logbook::open(files, {kernel_boot, "1.2.3", now, clock_is_set, {chair}});
  log.emplace(expect_value(std::move(opened)));
}

void LogStory::machine_boots_again(Millis away) {
  hub_dies();
  kernel_boot += "+";
  now = {SteadyTime(20s), now.wall + away};
}

void LogStory::hub_stops() {
  expect_value(log->close(now).map([] { return true; }));
  log.reset();
}

void LogStory::takes(Posture posture) {
  if (span_) log->append(chair.id, SpanEnded{span_->posture, span_->start, now});
  span_ = SpanStarted{posture, now, "back 0.25 of baseline"};
  log->append(chair.id, *span_);
}

void LogStory::sits_down() {
  sat_down_ = now;
  log->append(chair.id, SittingStarted{now});
}

void LogStory::gets_up(std::uint32_t shifts) {
  log->append(chair.id, SittingEnded{sat_down_.value(), now, shifts});
}

void LogStory::alerts(std::uint64_t id, Cause cause) {
  log->append(chair.id, alert_of(id, cause, now));
}

void LogStory::held(Held held, Cause cause) {
  log->append(chair.id, HeldChanged{cause, held, now, 15.5, 15});
}

void LogStory::sits_a_minute(std::uint32_t shifts) {
  const WallTime start = std::chrono::floor<Minutes>(now.wall);
  passes(1min);
  log->append(chair.id, minute_at(start, shifts));
}

void LogStory::commits() {
  expect_value(log->commit().map([] { return true; }));
}

void LogStory::clock_is_set_by(Millis delta) {
  now.wall += delta;
  log->clock_was_set(delta, now);
}

LogReader LogStory::reader() const {
  return expect_value(LogReader::open(files));
}
std::vector<LoggedSpan> LogStory::spans() const {
  return expect_value(reader().spans(chair.id, ever));
}
std::vector<LoggedSitting> LogStory::sittings() const {
  return expect_value(reader().sittings(chair.id, ever));
}
std::vector<LoggedAlert> LogStory::logged_alerts() const {
  return expect_value(reader().alerts(chair.id, ever));
}
std::vector<LoggedHold> LogStory::holds() const {
  return expect_value(reader().holds(chair.id, ever));
}
std::vector<Minute> LogStory::minutes() const {
  return expect_value(reader().minutes(chair.id, ever));
}
std::vector<LoggedEvent> LogStory::events() const {
  return expect_value(reader().events(chair.id, ever));
}
std::vector<OutboxEntry> LogStory::outbox() {
  return expect_value(log->pending());
}

}  // namespace chairhub
