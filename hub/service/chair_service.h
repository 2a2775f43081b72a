// One chair in the running service: its kit, its detection, and where what is
// seen goes: the log, the broker, and whoever watches.
//
// Thread rule: everything on the loop's thread.

#pragma once

#include <array>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <ostream>
#include <string>

#include "hub/config/config.h"
#include "hub/core/detector.h"
#include "hub/core/kit.h"
#include "hub/service/chair_clock.h"
#include "hub/service/chair_indicator.h"
#include "hub/service/chair_link.h"
#include "hub/service/chair_watch.h"
#include "hub/service/storage_thread.h"

namespace chairhub {

class ChairService {
 public:
  struct Parts {
    const ChairConfig& config;    // outlives this
    const LocalTime& local_time;  // outlives this
    Pace pace;
    DetectorStart start;
    StorageThread& storage;  // outlives this
    std::ostream* story;     // told in plain words; null: nobody watches
  };

  explicit ChairService(Parts parts);

  // Connects this chair with the broker; `left_over` are alerts of an earlier
  // run that it never got.
  void link(std::unique_ptr<ChairLink> link, std::deque<LoggedAlert> left_over);
  ChairLink* link() { return link_.get(); }
  const ChairClock& clock() const { return clock_; }
  void fit(std::unique_ptr<ChairIndicator> indicator) { indicator_ = std::move(indicator); }
  ChairIndicator* indicator() { return indicator_.get(); }

  void take(const Frame& frame, SteadyTime real);
  // The log or the broker is behind. A kit that brings its own time waits
  // then, so that what it plays is told as it would be in real time.
  bool is_busy() const { return !unlogged_.empty() || (link_ && link_->is_busy()); }
  // Does what a command says, or tells why not.
  Result<void> obey(const Result<Command>& command, Moment now);
  void delivered(std::uint64_t alert, bool as_missed);
  // The log has everything up to `ticket`, or has trouble with it. True when there is something to announce now.
  bool committed(const StorageThread::Commit& commit);
  void diag_changed(Diag diag);

  const Chair& chair() const { return config_.chair; }
  const Detector& detector() const { return detector_; }
  ChairWatch& watch() { return watch_; }
  const ChairWatch& watch() const { return watch_; }
  const Observation& last() const { return detector_.last(); }
  const Settings& settings() const { return detector_.settings(); }
  std::span<const PadReport> pads() const { return detector_.pads(); }
  const Frame& newest() const { return watch_.frame(); }  // before anything is made of it
  // Since start.
  const std::array<std::uint64_t, cause_count>& alerts_raised() const { return alerts_raised_; }
  bool pads_changed() { return std::exchange(pads_changed_, false); }
  Moment last_moment() const { return detector_.last().at; }

  void zone_changed() { detector_.zone_changed(); }
  // The kit is silent: every pad is missing at this moment.
  void miss_frame(Moment now);
  // Ends what is open.
  void stop();

 private:
  void distribute(const Observation& observation, SteadyTime real);
  bool has_fault() const;
  void keep(const Observation& observation);  // in the log, and for whoever watches
  void log(const Event& event);
  void save_settings(Moment now);
  void save_calibration();

  const ChairConfig& config_;
  const LocalTime& local_time_;
  ChairClock clock_;
  Detector detector_;
  Calibration saved_;  // as the log has it
  ChairWatch watch_;
  StorageThread& storage_;
  std::ostream* story_;
  std::unique_ptr<ChairLink> link_;
  std::unique_ptr<ChairIndicator> indicator_;  // none when it is not configured, or not there
  std::deque<LoggedAlert> left_over_;          // holds the texts of alerts on their way
  std::map<std::uint64_t, Alert> unlogged_;    // by storage ticket: announced once they are in the log
  std::uint64_t announced_settings_ = 0;
  bool pads_changed_ = true;
  std::array<std::uint64_t, cause_count> alerts_raised_{};
};

}  // namespace chairhub
