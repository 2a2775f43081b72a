#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "drivers/replay/recording_reader.h"
#include "hub/commands/command.h"
#include "hub/commands/guided_calibration.h"
#include "hub/config/calibration_file.h"
#include "hub/core/calibration.h"
#include "hub/core/sampler.h"

namespace chairhub {
namespace {

struct CalibrateOptions {
  std::string config = default_config_file;
  std::string chair;
  std::string from;
  std::string empty;
  std::string supported;
  std::string upright;
  std::string forward;
  std::string save;
};

// A stretch of a recording, in its own t_ms, both ends included.
struct Stretch {
  std::int64_t begin = 0;
  std::int64_t end = 0;

  bool holds(std::optional<std::int64_t> t) const { return t && *t >= begin && *t <= end; }
};

std::optional<Stretch> parse_stretch(std::string_view option, std::string_view text) {
  if (text.empty()) return std::nullopt;
  const std::size_t dots = text.find("..");
  Stretch stretch;
  const auto parse = [](std::string_view number, std::int64_t& value) {
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    return error == std::errc{} && end == number.data() + number.size() && !number.empty();
  };
  if (dots == std::string_view::npos || !parse(text.substr(0, dots), stretch.begin) ||
      !parse(text.substr(dots + 2), stretch.end) || stretch.end <= stretch.begin)
    throw CommandFailed{exit_usage, fmt::format("{} '{}' is not a stretch: write A..B, two times of the recording's "
                                                "t_ms column, the first one earlier",
                                                option, text)};
  return stretch;
}

Calibration from_recording(const CalibrateOptions& options, const Chair& chair) {
  const auto empty = parse_stretch("--empty", options.empty);
  const auto supported = parse_stretch("--supported", options.supported);
  const auto upright = parse_stretch("--upright", options.upright);
  const auto forward = parse_stretch("--forward", options.forward);
  if (!empty && !supported)
    fmt::print(stderr, "neither --empty nor --supported: the calibration says no more than the configured ranges\n");
  auto reader = value_or_fail(RecordingReader::open(options.from, chair));
  CalibrationBuilder builder(chair, uncalibrated(chair));
  Sampler sampler;
  Frame frame;
  while (value_or_fail(reader.next(frame))) {
    const Sample* sample = sampler.add(frame);
    if (!sample) continue;
    if (empty && empty->holds(reader.t_ms())) builder.add_empty(*sample);
    if (supported && supported->holds(reader.t_ms())) builder.add_supported(*sample);
    if (upright && upright->holds(reader.t_ms())) builder.add_upright(*sample);
    if (forward && forward->holds(reader.t_ms())) builder.add_forward(*sample);
  }
  return value_or_fail(builder.finish(frame.at.wall));
}

void calibrate(const CalibrateOptions& options) {
  const Config config = load_config_or_fail(options.config);
  const ChairConfig& chair = chair_or_fail(config, options.chair);
  const Calibration calibration =
      options.from.empty() ? guide_calibration(config, chair) : from_recording(options, chair.chair);
  succeed_or_fail(save_calibration(calibration, chair.chair, options.save));
  fmt::print("calibration of {} saved in {}\n", chair.chair.id, options.save);
}

}  // namespace

void add_calibrate_command(CLI::App& app) {
  auto* command = app.add_subcommand("calibrate", "Learns the empty chair and how you sit supported");
  const auto options = std::make_shared<CalibrateOptions>();
  add_config_option(*command, options->config);
  command->add_option("--chair", options->chair, "Which chair, when there are several")->type_name("ID");
  auto* from = command->add_option("--from", options->from, "Learn from a recording instead of the chair itself")
                   ->type_name("RECORDING");
  command->add_option("--empty", options->empty, "Where in the recording nobody sat, in its t_ms")
      ->type_name("A..B")
      ->needs(from);
  command->add_option("--supported", options->supported, "Where somebody sat leaning back, in its t_ms")
      ->type_name("A..B")
      ->needs(from);
  auto* upright =
      command->add_option("--upright", options->upright, "Where they sat upright with the back free, in its t_ms")
          ->type_name("A..B")
          ->needs(from);
  command->add_option("--forward", options->forward, "Where they were bent forward: checks that it can be told")
      ->type_name("A..B")
      ->needs(upright);
  command->add_option("--save", options->save, "The calibration file to write")->required()->type_name("FILE");
  command->footer(
      "Without --from it asks you to leave the chair and then to sit down, step by step. Upright sitting without\n"
      "the backrest and bending forward come last; Ctrl-C there keeps what was measured.\n"
      "The service uses the file when the chair's `calibration` in the configuration names it.");
  command->callback([options] { calibrate(*options); });
}

}  // namespace chairhub
