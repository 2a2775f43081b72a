#include "hub/service/hub.h"

#include <limits>

#include <fmt/format.h>

#include "hub/platform/clock.h"
#include "hub/platform/journal.h"
#include "hub/platform/notify.h"
#include "hub/service/hub_impl.h"

namespace chairhub {
namespace {

// Nobody is left without a turn for longer.
constexpr Millis longest_rest{1000};
// As often as everything is said again.
constexpr Millis counters_every = Minutes{1};

}  // namespace

Result<void> Hub::Impl::run() {
  loop.on_readable(scans.fd(), [this] { take_scans(); });
  loop.on_readable(line_events.fd(), [this] { take_line_events(); });
  if (kit_line) {
    loop.on_readable(kit_line->messages_fd(), [this] { turn(); });
    loop.on_readable(kit_line->events_fd(), [this] {
      kit_line->handle_events(moment_now().steady);
      turn();
    });
  }
  loop.on_readable(commits.fd(), [this] { take_commits(); });
  for (std::size_t i = 0; i < chairs.size(); ++i) {
    schedule.at_once(i);
    if (!chairs[i]->indicator() || !chairs[i]->indicator()->button_fd()) continue;
    loop.on_readable(*chairs[i]->indicator()->button_fd(), [this, i] {
      schedule.at_once(i);
      turn();
    });
  }
  if (web) loop.on_readable(web->fd(), [this] { turn(); });
  start_threads();
  notify_ready();
  turn();
  loop.run();
  notify_stopping();
  return shut_down();
}

void Hub::Impl::start_threads() {
  running = kits.size();
  const SteadyTime now = moment_now().steady;
  for (std::size_t i = 0; i < kits.size(); ++i) {
    if (kits[i]->pace().own_time) chairs[i]->take(first_frames[i], now);
    scanning.push_back(kits[i]->receiver() ? nullptr : std::make_unique<ScanThread>(i, *kits[i], scans));
  }
  learn_logs();
}

void Hub::Impl::take_scans() {
  for (const Scan& scan : scans.take()) waiting.push_back(scan);
  work_off_scans();
  turn();
}

void Hub::Impl::work_off_scans() {
  const Moment now = moment_now();
  for (; !waiting.empty(); waiting.pop_front()) {
    const Scan& scan = waiting.front();
    ChairService& chair = *chairs[scan.chair];
    if (kits[scan.chair]->pace().own_time && chair.is_busy()) return;
    if (scan.ended) {
      log_info(options.config.chairs[scan.chair].chair.id + ": the kit has come to its end");
      if (--running == 0) loop.stop();
      continue;
    }
    chair.take(scan.frame, now.steady);
    heard(scan.chair, now.steady);
    if (chair.link() && kits[scan.chair]->pace().own_time) chair.link()->turn(now, chair.clock());
  }
}

void Hub::Impl::take_line_events() {
  const Moment now = moment_now();
  for (const LineEvent& happened : line_events.take())
    for (const BrokerLine::Told& told : lines[happened.line]->note(happened.event, now.steady)) {
      ChairService& chair = *chairs[told.chair];
      chair.link()->handle(told.event, now);
      schedule.at_once(told.chair);
    }
  for (const auto& line : lines)
    for (const std::size_t chair : line->next_speakers()) schedule.at_once(chair);
  work_off_scans();
  turn();
}

void Hub::Impl::take_commits() {
  for (const StorageThread::Commit& commit : commits.take()) {
    note_database_fault(commit.trouble.empty() ? commit.warning : commit.trouble);
    if (!commit.trouble.empty()) next_look_for_room = {};
    for (std::size_t i = 0; i < chairs.size(); ++i)
      if (chairs[i]->committed(commit)) schedule.at_once(i);
  }
  work_off_scans();
  turn();
}

// A disk that stays full is said again each hour, though what waits for it grows every few seconds.
void Hub::Impl::note_database_fault(const std::string& fault) {
  if (fault == database_fault) return;
  const SteadyTime now = moment_now().steady;
  if (fault.empty()) {
    log_info("log: written again");
  } else if (database_fault.empty() || now >= next_fault_line) {
    log_error(fault);
    next_fault_line = now + std::chrono::hours(1);
  }
  database_fault = fault;
  forget_sums();
  all_diags_changed();
}

void Hub::Impl::turn() {
  const Moment now = moment_now();
  watch_clock(now);
  watch_zone(now.wall);
  // Before anybody is called silent: a loop that comes late finds here what has arrived in time.
  if (kit_line) hear_kits(now);
  SteadyTime next = now.steady + longest_rest;
  if (web) next = std::min(next, web->turn(now.steady));
  for (const auto& line : lines) next = std::min(next, line->turn(now.steady).value_or(next));
  if (kit_line) next = std::min(next, kit_line->turn(now.steady).value_or(next));
  for (const std::size_t chair : schedule.take_due(now.steady)) turn_chair(chair, now);
  next = std::min(next, schedule.next());
  if (heartbeat) {
    if (auto beaten = heartbeat->beat_if_due(log_moment(now)); !beaten) {
      log_warning(beaten.error().message);
      heartbeat.reset();
    }
  }
  if (now.steady >= next_retention) {
    next_retention = now.steady + std::chrono::hours(1);
    storage->retain_as_of(log_moment(now).wall);
  }
  if (now.steady >= next_look_for_room) {
    next_look_for_room = now.steady + Minutes(1);
    storage->make_room_as_of(log_moment(now).wall);
  }
  save_identity(now.steady);
  loop.wake_at(std::max(next, now.steady + Millis(1)), [this] { turn(); });
}

void Hub::Impl::turn_chair(std::size_t index, Moment now) {
  ChairService& chair = *chairs[index];
  watch_silence(index, now);
  SteadyTime& counted_at = kit_states[index].counted_at;
  if (chair.pads_changed() || now.steady >= counted_at + counters_every) {
    counted_at = now.steady;
    chair.diag_changed(diag_of(index));
  }
  SteadyTime next = std::min(now.steady + longest_rest, turn_indicator(chair, now));
  if (chair.link())
    if (const auto again = chair.link()->turn(now, chair.clock())) next = std::min(next, *again);
  tell_live(index, now.steady);
  schedule.at(index, next);
}

SteadyTime Hub::Impl::turn_indicator(ChairService& chair, Moment now) {
  if (!chair.indicator()) return SteadyTime::max();
  auto turned = chair.indicator()->turn(chair.settings(), now.steady);
  for (const Command& command : turned.commands) chair.obey(command, chair.clock().chair_time(now));
  return turned.next.value_or(SteadyTime::max());
}

// The log's wall time is the chairs' own, when they bring one.
Moment Hub::Impl::log_moment(Moment now) const {
  return {now.steady, own_time ? chairs.front()->last_moment().wall : now.wall};
}

void Hub::Impl::watch_clock(Moment now) {
  if (own_time) return;
  const auto jump = clock_watch.look(now);
  const bool set_now = clock_set || wall_clock_is_set();
  if (!jump && set_now == clock_set) return;
  const bool was_set = std::exchange(clock_set, set_now);
  const Millis delta = jump.value_or(Millis{0});
  storage->run([delta, now](Logbook& logbook) { logbook.clock_was_set(delta, now); });
  forget_sums();
  if (!was_set && clock_set) started = started.value_or(now.wall);
  log_info(fmt::format("clock: {} by {} s", was_set ? "jumped" : "set", delta.count() / 1000));
  if (heartbeat)
    if (auto beaten = heartbeat->beat(now); !beaten) log_warning(beaten.error().message);
  all_diags_changed();
}

// Quiet hours and midnight follow whoever sets the zone after installing, or travels.
void Hub::Impl::watch_zone(WallTime now) {
  const Seconds is_ahead = ahead_of_utc(now);
  const auto was_ahead = std::exchange(ahead, is_ahead);
  if (!was_ahead || *was_ahead == is_ahead) return;
  log_info(fmt::format("clock: local time ({}) is now {} min ahead of UTC, it was {}", zone_name(),
                       is_ahead / Minutes(1), *was_ahead / Minutes(1)));
  for (const auto& chair : chairs) chair->zone_changed();
}

void Hub::Impl::all_diags_changed() {
  for (std::size_t i = 0; i < chairs.size(); ++i) {
    chairs[i]->diag_changed(diag_of(i));
    schedule.at_once(i);
  }
}

Result<void> Hub::Impl::shut_down() {
  scans.close();
  scanning.clear();
  const Moment end = log_moment(moment_now());
  for (const auto& chair : chairs) chair->stop();
  // Alerts of the very end are told as well, before the goodbye.
  for (const auto& chair : chairs) chair->committed({std::numeric_limits<std::uint64_t>::max(), "", ""});
  say_goodbye();
  next_identity_save = {};
  save_identity(end.steady);
  return storage->close(end);
}

void Hub::Impl::say_goodbye() {
  if (kit_line) kit_line->close();
  for (const auto& line : lines) line->begin_goodbye();
  const Moment now = moment_now();
  for (const auto& chair : chairs) {
    if (!chair->link()) continue;
    chair->link()->turn(now, chair->clock());
    chair->link()->say_goodbye();
  }
  for (const auto& line : lines) line->close();
  // What the broker confirmed at the very end is noted in the log.
  for (const LineEvent& happened : line_events.take())
    for (const BrokerLine::Told& told : lines[happened.line]->note(happened.event, now.steady))
      chairs[told.chair]->link()->handle(told.event, now);
}

Hub::Hub(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Hub::~Hub() = default;

Result<std::unique_ptr<Hub>> Hub::make(HubOptions options) {
  auto impl = std::make_unique<Impl>(std::move(options));
  if (auto prepared = impl->prepare(); !prepared) return tl::unexpected(prepared.error());
  return std::unique_ptr<Hub>(new Hub(std::move(impl)));
}

Result<void> Hub::run() {
  return impl_->run();
}

}  // namespace chairhub
