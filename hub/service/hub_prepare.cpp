#include <fmt/format.h>

#include "hub/platform/clock.h"
#include "hub/platform/journal.h"
#include "hub/service/hub_impl.h"
#include "hub/service/start.h"
#include "hub/storage/salvage.h"

namespace chairhub {

Result<void> Hub::Impl::prepare() {
  own_time = true;
  for (std::size_t i = 0; i < kits.size(); ++i) {
    own_time = own_time && kits[i]->pace().own_time;
    log_info(fmt::format("{}: {}", options.config.chairs[i].chair.id, kits[i]->describe()));
  }
  const Moment now = moment_now();
  first_frames.resize(kits.size());
  for (std::size_t i = 0; i < kits.size(); ++i)
    if (kits[i]->pace().own_time && !kits[i]->scan(now, first_frames[i]))
      return failure(options.config.chairs[i].kit.where + ": the kit has not a single frame to play");
  clock_set = own_time || wall_clock_is_set();
  if (auto opened = open_log(); !opened) return opened;
  return listen();
}

Result<void> Hub::Impl::open_log() {
  const StorageConfig& config = options.config.storage;
  HubStart start{boot_id(), options.version, own_time ? first_frames.front().at : moment_now(), clock_set, {}};
  for (const ChairConfig& chair : options.config.chairs) start.chairs.push_back(chair.chair);
  if (clock_set) started = start.at.wall;

  const LogFiles files{config.database, config.heartbeat};
  const auto salvage = salvage_if_damaged(files.database);
  if (!salvage) return tl::unexpected(salvage.error());
  if (*salvage) log_error((*salvage)->in_words());
  auto logbook = Logbook::open(files, start);
  if (!logbook) return tl::unexpected(logbook.error());
  if (*salvage) logbook->note("", {start.at, NoteKind::hub, "salvage", (*salvage)->in_words(), std::nullopt});
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
  if (options.config.mqtt.enabled) {
    auto loaded = Identity::load(identity_file(config.database));
    if (!loaded) return tl::unexpected(loaded.error());
    identity = std::move(*loaded);
  }
  for (std::size_t i = 0; i < kits.size(); ++i)
    if (auto made = make_chair(i, *log, *pending); !made) return made;
  if (!identity) return {};
  if (auto saved = identity->save(); !saved) return saved;
  return make_kit_line();
}

Result<void> Hub::Impl::make_chair(std::size_t index, LogReader& log, const std::vector<OutboxEntry>& pending) {
  const ChairConfig& config = options.config.chairs[index];
  const Pace pace = kits[index]->pace();
  const Moment now = pace.own_time ? first_frames[index].at : moment_now();
  auto start =
      detector_start(log, config, options.calibrations[index], zone, now.wall, std::move(options.profiles[index]));
  if (!start) return tl::unexpected(start.error());
  chairs.push_back(std::make_unique<ChairService>(
      ChairService::Parts{config, zone, pace, std::move(*start), *storage, options.story}));
  if (options.config.web.enabled) {
    const WallRange of_late{now.wall - std::chrono::hours(1), now.wall};
    const auto alerts = log.alerts(config.chair.id, of_late);
    const auto minutes = log.minutes(config.chair.id, of_late);
    if (!alerts || !minutes) return tl::unexpected(!alerts ? alerts.error() : minutes.error());
    chairs.back()->watch().begin(*alerts, *minutes);
  }
  kit_states.push_back({.last_frame = moment_now().steady, .said_offline = false, .fault = "", .counted_at = {}});
  if (config.indicator) {
    // Without its lamp a chair is still worth watching.
    if (auto made = ChairIndicator::make(config.chair.id, *config.indicator))
      chairs.back()->fit(std::move(*made));
    else
      log_warning(made.error().message + "; the chair goes on without lamp and button");
  }
  if (!identity) return {};

  auto left_over = left_over_alerts(log, config.chair.id, pending);
  if (!left_over) return tl::unexpected(left_over.error());
  auto link = make_link(index);
  if (!link) return tl::unexpected(link.error());
  chairs.back()->link(std::move(*link), std::move(*left_over));
  return {};
}

}  // namespace chairhub
