#include "hub/service/hub.h"

#include <limits>

#include <fmt/format.h>

#include "hub/platform/clock.h"
#include "hub/platform/journal.h"
#include "hub/platform/notify.h"
#include "hub/service/hub_impl.h"

namespace chairhub {
namespace {

// A converter that is silent for this long has a fault (engineering default).
constexpr Millis silence{2000};

}  // namespace

Result<void> Hub::Impl::run() {
  loop.on_readable(scans.fd(), [this] { take_scans(); });
  loop.on_readable(link_events.fd(), [this] { take_link_events(); });
  loop.on_readable(commits.fd(), [this] { take_commits(); });
  for (const auto& chair : chairs)
    if (chair->indicator() && chair->indicator()->button_fd())
      loop.on_readable(*chair->indicator()->button_fd(), [this] { turn(); });
  if (web) loop.on_readable(web->fd(), [this] { web->turn(); });
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
    scanning.push_back(std::make_unique<ScanThread>(i, *kits[i], scans));
  }
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
    last_frame[scan.chair] = now.steady;
    if (chair.link() && kits[scan.chair]->pace().own_time) chair.link()->turn(now, chair.clock());
  }
}

void Hub::Impl::take_link_events() {
  for (const LinkEvent& happened : link_events.take()) {
    ChairService& chair = *chairs[happened.chair];
    chair.link()->handle(happened.event, moment_now(), chair.clock());
  }
  work_off_scans();
  turn();
}

void Hub::Impl::take_commits() {
  for (const StorageThread::Commit& commit : commits.take()) {
    if (commit.trouble != database_fault) {
      database_fault = commit.trouble;
      if (database_fault.empty())
        log_info("log: written again");
      else
        log_error(database_fault);
      for (std::size_t i = 0; i < chairs.size(); ++i) chairs[i]->diag_changed(diag_of(i));
    }
    for (const auto& chair : chairs) chair->committed(commit);
  }
  work_off_scans();
  turn();
}

void Hub::Impl::turn() {
  const Moment now = moment_now();
  watch_clock(now);
  watch_silence(now);
  if (web) web->turn();
  SteadyTime next = now.steady + Millis(1000);
  for (std::size_t i = 0; i < chairs.size(); ++i) {
    ChairService& chair = *chairs[i];
    if (chair.pads_changed()) chair.diag_changed(diag_of(i));
    next = std::min(next, turn_indicator(chair, now));
    if (!chair.link()) continue;
    if (const auto again = chair.link()->turn(now, chair.clock())) next = std::min(next, *again);
  }
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
  loop.wake_at(std::max(next, now.steady + Millis(1)), [this] { turn(); });
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
  if (!was_set && clock_set) started = started.value_or(now.wall);
  log_info(fmt::format("clock: {} by {} s", was_set ? "jumped" : "set", delta.count() / 1000));
  if (heartbeat)
    if (auto beaten = heartbeat->beat(now); !beaten) log_warning(beaten.error().message);
  for (std::size_t i = 0; i < chairs.size(); ++i) chairs[i]->diag_changed(diag_of(i));
}

void Hub::Impl::watch_silence(Moment now) {
  for (std::size_t i = 0; i < chairs.size(); ++i) {
    if (kits[i]->pace().own_time || now.steady - last_frame[i] < silence) continue;
    chairs[i]->miss_frame(now);
    chairs[i]->diag_changed(diag_of(i));
  }
}

Diag Hub::Impl::diag_of(std::size_t index) const {
  Diag diag;
  const auto pads = chairs[index]->pads();
  diag.pads.assign(pads.begin(), pads.end());
  if (!kits[index]->pace().own_time && moment_now().steady - last_frame[index] >= silence)
    diag.kit_fault = "the kit has delivered no frame for 2 s";
  diag.database_fault = database_fault;
  diag.clock_set = clock_set;
  diag.dropped_frames = scans.dropped() + (index < scanning.size() ? scanning[index]->missed() : 0);
  diag.version = options.version;
  diag.boot_id = boot_id();
  diag.started = started;
  return diag;
}

Result<void> Hub::Impl::shut_down() {
  scans.close();
  scanning.clear();
  const Moment end = log_moment(moment_now());
  for (const auto& chair : chairs) chair->stop();
  // Alerts of the very end are told as well, before the goodbye.
  for (const auto& chair : chairs) chair->committed({std::numeric_limits<std::uint64_t>::max(), ""});
  for (const auto& chair : chairs) {
    if (!chair->link()) continue;
    chair->link()->turn(moment_now(), chair->clock());
    chair->link()->close();
  }
  for (const LinkEvent& happened : link_events.take())
    chairs[happened.chair]->link()->handle(happened.event, moment_now(), chairs[happened.chair]->clock());
  return storage->close(end);
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
