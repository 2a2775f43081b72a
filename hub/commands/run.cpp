#include <iostream>

#include "chairhub_version.h"
#include "hub/commands/command.h"
#include "hub/commands/parts.h"
#include "hub/doctor/beside_hub.h"
#include "hub/platform/clock.h"
#include "hub/service/hub.h"

namespace chairhub {
namespace {

struct RunOptions {
  std::string config = default_config_file;
  bool story = false;
};

void run(const RunOptions& options) {
  HubOptions hub_options;
  hub_options.config = load_config_or_fail(options.config);
  hub_options.kits = make_kits_or_fail(hub_options.config);
  hub_options.calibrations = load_calibrations_or_fail(hub_options.config);
  hub_options.profiles = load_profiles_or_fail(hub_options.config);
  check_broker_or_fail(hub_options.config);
  hub_options.doctor = [config = hub_options.config] { return examine_beside_hub(config, moment_now().wall); };
  hub_options.version = std::string(version);
  if (options.story) hub_options.story = &std::cout;
  const auto hub = value_or_fail(Hub::make(std::move(hub_options)));
  succeed_or_fail(hub->run());
}

}  // namespace

void add_run_command(CLI::App& app) {
  auto* command = app.add_subcommand("run", "Runs the service: scans the chairs, keeps the log, talks to the broker");
  const auto options = std::make_shared<RunOptions>();
  add_config_option(*command, options->config);
  command->add_flag("--story", options->story, "Tell on stdout in plain words what happens");
  command->footer("Stops on Ctrl-C, or when a recording or scenario that it plays has come to its end.");
  command->callback([options] { run(*options); });
}

}  // namespace chairhub
