#include <cstdio>
#include <optional>

#include <fmt/format.h>

#include "chairhub_version.h"
#include "drivers/replay/recording_reader.h"
#include "hub/commands/command.h"
#include "hub/commands/progress.h"
#include "hub/commands/replay_summary.h"
#include "hub/commands/trace.h"
#include "hub/config/calibration_file.h"
#include "hub/core/detector.h"
#include "hub/storage/logbook.h"

namespace chairhub {
namespace {

struct ReplayOptions {
  std::string config = default_config_file;
  std::string chair;
  std::string recording;
  std::string calibration;
  std::string trace;
  std::string database;
  std::optional<double> assume_rate_hz;
};

void print_warnings(const Warnings& warnings) {
  for (const std::string& sentence : warnings.kept()) fmt::print(stderr, "{}\n", sentence);
  if (warnings.count() > warnings.kept().size())
    fmt::print(stderr, "and {} more like these\n", warnings.count() - warnings.kept().size());
}

class Replay {
 public:
  Replay(const ReplayOptions& options, const ChairConfig& config)
      : config_(config),
        reader_(value_or_fail(RecordingReader::open(options.recording, config.chair, {options.assume_rate_hz}))),
        detector_(config.chair, utc_, start(options, config)) {
    if (!options.trace.empty()) trace_ = value_or_fail(Trace::create(options.trace));
    database_ = options.database;
  }

  void run() {
    Progress progress("replay");
    Frame frame;
    std::uint64_t rows = 0;
    while (value_or_fail(reader_.next(frame))) {
      if (rows == 0) open_log(frame.at);
      take(detector_.update(frame));
      progress.reached(++rows);
    }
    if (rows == 0) throw CommandFailed{exit_failed, "the recording has no rows"};
    keep(detector_.stop());
    if (trace_) succeed_or_fail(trace_->finish());
    if (log_) succeed_or_fail(log_->close(detector_.last().at));
    print_warnings(reader_.warnings());
    summary_.print(rows, config_.chair, detector_.pads());
  }

 private:
  static DetectorStart start(const ReplayOptions& options, const ChairConfig& config) {
    DetectorStart start;
    start.settings = config.defaults;
    start.calibration = options.calibration.empty()
                            ? uncalibrated(config.chair)
                            : value_or_fail(load_calibration(config.chair, options.calibration), exit_config);
    return start;
  }

  void open_log(Moment first) {
    if (database_.empty()) return;
    if (std::filesystem::exists(database_))
      throw CommandFailed{exit_failed, database_ + " is already there; a replay writes a log of its own"};
    log_ =
        value_or_fail(Logbook::open({database_, {}}, {"replay", std::string(version), first, true, {config_.chair}}));
  }

  void take(const Observation& observation) {
    if (trace_) succeed_or_fail(trace_->add(reader_.t_ms_text(), observation));
    if (observation.is_tick) keep(observation);
  }

  void keep(const Observation& observation) {
    summary_.add(observation);
    if (!log_) return;
    for (const Event& event : observation.events) log_->append(config_.chair.id, event);
    // Its own time tells when to write: a replayed day is as few writes as a lived one.
    if (!observation.events.empty()) succeed_or_fail(log_->commit_if_due(observation.at.steady));
  }

  const ChairConfig& config_;
  FixedOffset utc_;  // the same trace on every machine, whatever its time zone
  RecordingReader reader_;
  Detector detector_;
  std::optional<Trace> trace_;
  std::string database_;
  std::optional<Logbook> log_;
  ReplaySummary summary_;
};

void replay(const ReplayOptions& options) {
  const Config config = load_config_or_fail(options.config);
  Replay(options, chair_or_fail(config, options.chair)).run();
}

}  // namespace

void add_replay_command(CLI::App& app) {
  auto* command = app.add_subcommand("replay", "Runs the detection over a recording, as fast as it goes");
  const auto options = std::make_shared<ReplayOptions>();
  add_config_option(*command, options->config);
  command->add_option("recording", options->recording, "CSV with t_ms and a column for each pad")
      ->required()
      ->type_name("RECORDING");
  command->add_option("--chair", options->chair, "Which chair of the configuration recorded it")->type_name("ID");
  command->add_option("--calibration", options->calibration, "What chairhub calibrate --save wrote")->type_name("FILE");
  command->add_option("--trace", options->trace, "Write a CSV with a row for every row of the recording")
      ->type_name("FILE");
  command->add_option("--database", options->database, "Write the log into this new SQLite file")->type_name("FILE");
  command->add_option("--assume-rate", options->assume_rate_hz, "Ignore the time column: the rows come at this rate")
      ->type_name("HZ")
      ->check(CLI::Range(0.1, 1000.0));
  command->footer(
      "Prints hours, the time in each posture, shifts per hour and alerts. The same recording gives the\n"
      "same trace on every machine; days begin at midnight UTC.");
  command->callback([options] { replay(*options); });
}

}  // namespace chairhub
