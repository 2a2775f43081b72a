#include "hub/service/hub.h"

#include <deque>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "drivers/catalogue.h"
#include "hub/platform/clock.h"
#include "hub/platform/event_loop.h"
#include "hub/platform/journal.h"
#include "hub/platform/local_zone.h"
#include "hub/platform/mailbox.h"
#include "hub/platform/notify.h"
#include "hub/service/chair_service.h"
#include "hub/service/clock_watch.h"
#include "hub/service/identity.h"
#include "hub/service/scan_thread.h"
#include "hub/service/start.h"
#include "hub/service/storage_thread.h"
#include "hub/storage/heartbeat.h"

namespace chairhub {
namespace {

// Frames of one scan interval of many chairs, and some.
constexpr std::size_t scan_capacity = 4096;
constexpr std::size_t mqtt_capacity = 4096;
// A converter that is silent for this long has a fault (engineering default).
constexpr Millis silence{2000};

struct LinkEvent {
  std::size_t chair = 0;
  MqttEvent event;
};

}  // namespace

struct Hub::Impl {
  explicit Impl(HubOptions o) : options(std::move(o)) {}

  Result<void> prepare();
  Result<void> open_log();
  Result<void> make_chair(std::size_t index, LogReader& log, Identity* identity,
                          const std::vector<OutboxEntry>& pending);
  Result<std::unique_ptr<ChairLink>> make_link(std::size_t index, Identity& identity);
  Result<void> run();
  void start_threads();
  void take_scans();
  void work_off_scans();
  void take_link_events();
  void take_commits();
  void turn();
  void watch_clock(Moment now);
  void watch_silence(Moment now);
  Diag diag_of(std::size_t index) const;
  Moment log_moment(Moment now) const;
  Result<void> shut_down();

  HubOptions options;
  LocalZone zone;
  EventLoop loop;
  Mailbox<Scan> scans{scan_capacity};
  Mailbox<LinkEvent> link_events{mqtt_capacity};
  Mailbox<StorageThread::Commit> commits{mqtt_capacity};
  std::vector<std::unique_ptr<Kit>> kits;
  std::vector<Frame> first_frames;  // of kits with their own time: they tell what time it is
  std::unique_ptr<StorageThread> storage;
  std::optional<Heartbeat> heartbeat;
  std::vector<std::unique_ptr<ChairService>> chairs;
  std::vector<SteadyTime> last_frame;
  std::vector<std::unique_ptr<ScanThread>> scanning;
  std::deque<Scan> waiting;  // scans that a congested broker holds up
  std::size_t running = 0;   // kits that have not ended
  ClockWatch clock_watch;
  bool clock_set = false;
  bool own_time = false;     // every chair brings its own time
  std::string database_fault;
  std::optional<WallTime> started;
  SteadyTime next_retention{};
  std::uint64_t told_dropped = 0;
};

Result<void> Hub::Impl::prepare() {
  own_time = true;
  for (const ChairConfig& config : options.config.chairs) {
    auto kit = make_kit(config.kit, config.chair);
    if (!kit) return tl::unexpected(kit.error());
    own_time = own_time && (*kit)->pace().own_time;
    log_info(fmt::format("{}: {}", config.chair.id, (*kit)->describe()));
    kits.push_back(std::move(*kit));
  }
  const Moment now = moment_now();
  first_frames.resize(kits.size());
  for (std::size_t i = 0; i < kits.size(); ++i)
    if (kits[i]->pace().own_time && !kits[i]->scan(now, first_frames[i]))
      return failure(options.config.chairs[i].kit.where + ": the kit has not a single frame to play");
  clock_set = own_time || wall_clock_is_set();
  return open_log();
}

Result<void> Hub::Impl::open_log() {
  const StorageConfig& config = options.config.storage;
  HubStart start{boot_id(), options.version, own_time ? first_frames.front().at : moment_now(), clock_set, {}};
  for (const ChairConfig& chair : options.config.chairs) start.chairs.push_back(chair.chair);
  if (clock_set) started = start.at.wall;

  const LogFiles files{config.database, config.heartbeat};
  auto logbook = Logbook::open(files, start);
  if (!logbook) return tl::unexpected(logbook.error());
  if (!config.heartbeat.empty()) heartbeat.emplace(config.heartbeat, logbook->run());
  const auto pending = logbook->pending();
  if (!pending) return tl::unexpected(pending.error());
  auto log = LogReader::open(files);
  if (!log) return tl::unexpected(log.error());
  log_info(fmt::format("log: {}", config.database.string()));

  const Retention retention{std::chrono::days(config.retention_minutes_days),
                            std::chrono::days(config.retention_events_days)};
  storage = std::make_unique<StorageThread>(std::move(*logbook), retention,
                                            [this](StorageThread::Commit commit) { commits.put(std::move(commit)); });
  std::optional<Identity> identity;
  if (options.config.mqtt.enabled) {
    auto loaded = Identity::load(identity_file(config.database));
    if (!loaded) return tl::unexpected(loaded.error());
    identity = std::move(*loaded);
  }
  for (std::size_t i = 0; i < kits.size(); ++i)
    if (auto made = make_chair(i, *log, identity ? &*identity : nullptr, *pending); !made) return made;
  return {};
}

Result<void> Hub::Impl::make_chair(std::size_t index, LogReader& log, Identity* identity,
                                   const std::vector<OutboxEntry>& pending) {
  const ChairConfig& config = options.config.chairs[index];
  const Pace pace = kits[index]->pace();
  const Moment now = pace.own_time ? first_frames[index].at : moment_now();
  auto start = detector_start(log, config, zone, now.wall);
  if (!start) return tl::unexpected(start.error());
  chairs.push_back(std::make_unique<ChairService>(
      ChairService::Parts{config, zone, pace, std::move(*start), *storage, options.story}));
  last_frame.push_back(moment_now().steady);
  if (!identity) return {};

  auto left_over = left_over_alerts(log, config.chair.id, pending);
  if (!left_over) return tl::unexpected(left_over.error());
  auto link = make_link(index, *identity);
  if (!link) return tl::unexpected(link.error());
  chairs.back()->link(std::move(*link), std::move(*left_over));
  return {};
}

Result<std::unique_ptr<ChairLink>> Hub::Impl::make_link(std::size_t index, Identity& identity) {
  ChairLink::Handlers handlers;
  handlers.on_event = [this, index](MqttEvent event) { link_events.put({index, std::move(event)}); };
  handlers.command = [this, index](const Result<Command>& command) {
    ChairService& chair = *chairs[index];
    chair.obey(command, chair.clock().chair_time(moment_now()));
  };
  handlers.delivered = [this, index](std::uint64_t alert, bool as_missed) {
    chairs[index]->delivered(alert, as_missed);
  };
  return ChairLink::make(options.config.mqtt, options.config.chairs[index].chair, identity, chairs[index]->settings(),
                         diag_of(index), std::move(handlers));
}

Result<void> Hub::Impl::run() {
  loop.on_stop_signal([this] { loop.stop(); });
  loop.on_readable(scans.fd(), [this] { take_scans(); });
  loop.on_readable(link_events.fd(), [this] { take_link_events(); });
  loop.on_readable(commits.fd(), [this] { take_commits(); });
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
  for (Scan& scan : scans.take()) waiting.push_back(std::move(scan));
  work_off_scans();
  turn();
}

void Hub::Impl::work_off_scans() {
  const Moment now = moment_now();
  for (; !waiting.empty(); waiting.pop_front()) {
    const Scan& scan = waiting.front();
    ChairService& chair = *chairs[scan.chair];
    // What is played has time to wait for the broker; a converter's frame has not.
    if (kits[scan.chair]->pace().own_time && chair.link() && chair.link()->is_congested()) return;
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
  turn();
}

void Hub::Impl::turn() {
  const Moment now = moment_now();
  watch_clock(now);
  watch_silence(now);
  SteadyTime next = now.steady + Millis(1000);
  for (std::size_t i = 0; i < chairs.size(); ++i) {
    ChairService& chair = *chairs[i];
    if (chair.pads_changed()) chair.diag_changed(diag_of(i));
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

Result<void> Hub::run() { return impl_->run(); }

}  // namespace chairhub
