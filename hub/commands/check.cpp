#include <fmt/format.h>

#include "hub/commands/command.h"
#include "hub/commands/parts.h"

namespace chairhub {
namespace {

struct CheckOptions {
  std::string config = default_config_file;
  bool thresholds = false;
};

void print_thresholds(const Config& config) {
  for (const ChairConfig& chair : config.chairs) {
    fmt::print("{}\n", chair.chair.id);
    for (const ThresholdInfo& info : threshold_table())
      fmt::print("  {:26} {:>6} {:8} {:>5} to {:<5} {:20} {}\n{:45}{}\n", info.key,
                 chair.defaults.thresholds.*info.value, info.unit == "1" ? "" : info.unit, info.min, info.max,
                 to_string(info.kind), info.meaning, "", info.source);
  }
}

void print_kits(const Config& config, const std::vector<std::unique_ptr<Kit>>& kits) {
  for (std::size_t i = 0; i < kits.size(); ++i) {
    const Chair& chair = config.chairs[i].chair;
    fmt::print("{}: {} pads{}, {}\n", chair.id, chair.pads.size(),
               chair.has_backrest() ? "" : ", no backrest (support stays unknown)", kits[i]->describe());
  }
}

void check(const CheckOptions& options) {
  const Config config = load_config_or_fail(options.config);
  if (options.thresholds) {
    print_thresholds(config);
    return;
  }
  const auto kits = make_kits_or_fail(config);
  load_calibrations_or_fail(config);
  load_profiles_or_fail(config);
  check_broker_or_fail(config);
  print_kits(config, kits);
  for (const ConfigValue& value : config.values)
    fmt::print("{:45} = {:30} # {}\n", value.key, value.value, value.origin);
}

}  // namespace

void add_check_command(CLI::App& app) {
  auto* command = app.add_subcommand("check", "Checks the configuration and shows every value with where it came from");
  const auto options = std::make_shared<CheckOptions>();
  add_config_option(*command, options->config);
  command->add_flag("--thresholds", options->thresholds,
                    "Show every threshold with what is allowed, where it comes from and how much it can lean on");
  command->footer("Ends with 78 and every error it found when the configuration cannot be used.");
  command->callback([options] { check(*options); });
}

}  // namespace chairhub
