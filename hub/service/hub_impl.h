// The inside of Hub: its parts in the order in which they need each other.
// hub_prepare.cpp and hub_lines.cpp make them, hub.cpp runs them, hub_kits.cpp
// hears the kits, hub_web.cpp and hub_views.cpp answer over HTTP. Private to
// these.

#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "hub/platform/clock.h"
#include "hub/platform/event_loop.h"
#include "hub/platform/local_zone.h"
#include "hub/platform/mailbox.h"
#include "hub/service/background.h"
#include "hub/service/chair_service.h"
#include "hub/service/clock_watch.h"
#include "hub/service/hub.h"
#include "hub/service/identity.h"
#include "hub/service/kit_line.h"
#include "hub/service/live_feed.h"
#include "hub/service/log_views.h"
#include "hub/service/reader_thread.h"
#include "hub/service/recorder.h"
#include "hub/service/scan_thread.h"
#include "hub/service/schedule.h"
#include "hub/service/storage_thread.h"
#include "hub/storage/heartbeat.h"
#include "hub/storage/log_reader.h"
#include "hub/web/api.h"
#include "hub/web/chair_json.h"
#include "hub/web/metrics.h"
#include "hub/web/server.h"

namespace chairhub {

// What happened on one line to the broker.
struct LineEvent {
  std::size_t line = 0;
  MqttEvent event;
};

// Whether a kit can be heard.
struct KitState {
  SteadyTime last_frame{};
  bool said_offline = false;  // by itself or through the broker
  std::string fault;          // why nothing comes; empty while it does
  SteadyTime counted_at{};    // when its counters were last told
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
  Result<void> make_chair(std::size_t index, LogReader& log, const std::vector<OutboxEntry>& pending);
  Result<void> make_kit_line();
  Result<std::unique_ptr<ChairLink>> make_link(std::size_t index);
  void settle_identity(std::size_t index);
  void save_identity(SteadyTime now);
  Result<ChairLink::Place> place_of(std::size_t index);
  Result<BrokerLine*> make_line(std::string client_id, const std::string& for_whom, const std::string& will_topic,
                                const std::string& availability);
  Result<void> listen();
  std::string metrics() const;
  ChairMetrics metrics_of(std::size_t index) const;
  ApiPort api_port();
  std::size_t index_of(std::string_view chair) const;
  Result<void> obey(std::size_t index, const Command& command);
  std::shared_ptr<EventStream> watch(std::size_t index);
  void tell_live(std::size_t index, SteadyTime now);
  std::string show(std::size_t index, std::string_view what) const;
  std::string show_now(std::size_t index) const;
  HubView hub_view() const;
  LogContext log_context(std::size_t index) const;
  void read_log(const LogRequest& request, const Reply& reply);
  void learn_logs();
  void want_sums(std::size_t index);
  void begin_to_learn();
  void learn_log(const LogContext& context, WallTime to);
  void forget_sums();
  Result<void> record(std::size_t index, Seconds length);
  void record_frame(std::size_t index);
  Result<void> examine();
  void forget(const ForgetRequest& request, std::function<void(Result<void>)> reply);
  void take_finished();
  void add_actions(ApiPort& port);
  std::string trouble() const;
  Result<void> run();
  void start_threads();
  void take_scans();
  void work_off_scans();
  void hear_kits(Moment now);
  void heard(std::size_t index, SteadyTime now);
  void take_line_events();
  void take_commits();
  void note_database_fault(const std::string& fault);
  void turn();
  void turn_chair(std::size_t index, Moment now);
  static SteadyTime turn_indicator(ChairService& chair, Moment now);
  void watch_clock(Moment now);
  void watch_zone(WallTime now);
  void all_diags_changed();
  void watch_silence(std::size_t index, Moment now);
  std::string kit_fault(std::size_t index, SteadyTime now) const;
  Diag diag_of(std::size_t index) const;
  void say_goodbye();
  Moment log_moment(Moment now) const;
  Result<void> shut_down();

  HubOptions options;
  LocalZone zone;
  EventLoop loop;
  // Frames of one scan interval of many chairs, and some.
  static constexpr std::size_t capacity = 4096;

  Mailbox<Scan> scans{capacity};
  Mailbox<LineEvent> line_events{capacity};
  Mailbox<StorageThread::Commit> commits{capacity};
  Mailbox<std::function<void()>> finished{capacity};  // what to do about what another thread has done
  std::vector<std::unique_ptr<Kit>> kits;
  std::vector<Frame> first_frames;  // of kits with their own time: they tell what time it is
  std::unique_ptr<StorageThread> storage;
  std::optional<Heartbeat> heartbeat;
  std::optional<Identity> identity;  // none without a broker
  SteadyTime next_identity_save{};
  std::vector<std::unique_ptr<BrokerLine>> lines;  // before the chairs, which speak on them
  BrokerLine* shared_line = nullptr;               // of all chairs with wireless kits; null without
  std::unique_ptr<KitLine> kit_line;               // over which wireless kits are heard; none without
  std::vector<std::unique_ptr<ChairService>> chairs;
  Schedule schedule{kits.size()};
  std::vector<KitState> kit_states;
  std::vector<std::unique_ptr<ScanThread>> scanning;  // null for a kit that sends by itself
  std::deque<Scan> waiting;                           // scans that a congested broker holds up
  std::size_t running = 0;                            // kits that have not ended
  ClockWatch clock_watch;
  bool clock_set = false;
  bool own_time = false;                                       // every chair brings its own time
  std::map<std::size_t, LiveFeed> live;                        // by chair, of those that somebody watches
  std::set<std::size_t> learned_chairs;                        // whose log is added up, or waits for it
  std::deque<std::size_t> to_learn;                            // of those, that one and who waits behind it
  std::map<std::size_t, std::unique_ptr<Recorder>> recorders;  // by chair: the running one, or the last
  DoctorView doctor_view;
  std::optional<WallTime> web_started;
  std::unique_ptr<WebServer> web;        // none when it is not configured
  std::unique_ptr<ReaderThread> reader;  // with it
  std::jthread doctor_thread;
  std::unique_ptr<BackgroundWork> background;  // none without a password
  std::optional<Seconds> ahead;                // of UTC
  std::string database_fault;
  std::optional<WallTime> started;
  SteadyTime began = moment_now().steady;
  SteadyTime next_fault_line{};
  SteadyTime next_retention{};
  SteadyTime next_look_for_room{};
};

}  // namespace chairhub
