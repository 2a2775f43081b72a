#include <optional>

#include <fmt/format.h>

#include "drivers/replay/recording_writer.h"
#include "hub/commands/command.h"
#include "hub/commands/parts.h"
#include "hub/commands/scan_feed.h"
#include "hub/core/units.h"

namespace chairhub {
namespace {

struct RecordOptions {
  std::string config = default_config_file;
  std::string chair;
  std::string output;
  std::optional<double> seconds;
};

void record(const RecordOptions& options) {
  const Config config = load_config_or_fail(options.config);
  const ChairConfig& chair = chair_or_fail(config, options.chair);
  auto kit = make_kit_or_fail(config, chair);
  fmt::print(stderr, "recording {} into {}; Ctrl-C ends it\n", kit->describe(), options.output);
  auto writer = value_or_fail(RecordingWriter::create(options.output, chair.chair));

  std::uint64_t rows = 0;
  std::optional<SteadyTime> begin;
  ScanFeed feed(std::move(kit));
  feed.run({[&](const Frame& frame) {
              if (!begin) begin = frame.at.steady;
              if (options.seconds && frame.at.steady - *begin >= seconds(*options.seconds)) return false;
              succeed_or_fail(writer.write(frame));
              ++rows;
              return true;
            },
            nullptr});
  succeed_or_fail(writer.finish());
  fmt::print(stderr, "{} rows\n", rows);
}

}  // namespace

void add_record_command(CLI::App& app) {
  auto* command = app.add_subcommand("record", "Writes the raw counts of a chair's pads into a CSV file");
  const auto options = std::make_shared<RecordOptions>();
  add_config_option(*command, options->config);
  command->add_option("--chair", options->chair, "Which chair, when there are several")->type_name("ID");
  command->add_option("-o,--output", options->output, "The file to write; an existing one is not touched")
      ->required()
      ->type_name("FILE");
  command->add_option("--seconds", options->seconds, "End after this much of the chair's time")
      ->type_name("S")
      ->check(CLI::PositiveNumber);
  command->footer("Raw data says when somebody sat: it stays in this file and goes nowhere else.");
  command->callback([options] { record(*options); });
}

}  // namespace chairhub
