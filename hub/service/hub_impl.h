// The inside of Hub: its parts in the order in which they need each other.
// hub_prepare.cpp makes them, hub.cpp runs them. Private to both.

#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "hub/platform/event_loop.h"
#include "hub/platform/local_zone.h"
#include "hub/platform/mailbox.h"
#include "hub/service/chair_service.h"
#include "hub/service/clock_watch.h"
#include "hub/service/hub.h"
#include "hub/service/identity.h"
#include "hub/service/scan_thread.h"
#include "hub/service/storage_thread.h"
#include "hub/storage/heartbeat.h"
#include "hub/storage/log_reader.h"
#include "hub/web/server.h"

namespace chairhub {

// What happened on the line of one chair to the broker.
struct LinkEvent {
  std::size_t chair = 0;
  MqttEvent event;
};

struct Hub::Impl {
  explicit Impl(HubOptions o) : options(std::move(o)), kits(std::move(options.kits)) {
    // Before any thread is started: one that does not block the signals would die of them.
    loop.on_stop_signal([this] { loop.stop(); });
  }
  ~Impl() { scans.close(); }  // lets go of scan threads that wait, also when an exception ends the loop
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  Result<void> prepare();
  Result<void> open_log();
  Result<void> make_chair(std::size_t index, LogReader& log, Identity* identity,
                          const std::vector<OutboxEntry>& pending);
  Result<std::unique_ptr<ChairLink>> make_link(std::size_t index, Identity& identity);
  Result<void> listen();
  std::string show(const ChairService& chair, std::size_t index, std::string_view what) const;
  Result<void> run();
  void start_threads();
  void take_scans();
  void work_off_scans();
  void take_link_events();
  void take_commits();
  void turn();
  static SteadyTime turn_indicator(ChairService& chair, Moment now);
  void watch_clock(Moment now);
  void watch_silence(Moment now);
  Diag diag_of(std::size_t index) const;
  Moment log_moment(Moment now) const;
  Result<void> shut_down();

  HubOptions options;
  LocalZone zone;
  EventLoop loop;
  // Frames of one scan interval of many chairs, and some.
  static constexpr std::size_t capacity = 4096;

  Mailbox<Scan> scans{capacity};
  Mailbox<LinkEvent> link_events{capacity};
  Mailbox<StorageThread::Commit> commits{capacity};
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
  bool own_time = false;           // every chair brings its own time
  std::unique_ptr<WebServer> web;  // none when it is not configured
  std::string database_fault;
  std::optional<WallTime> started;
  SteadyTime next_retention{};
};

}  // namespace chairhub
