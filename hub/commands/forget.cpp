#include "hub/storage/forget.h"

#include <iostream>

#include <fmt/format.h>

#include "hub/commands/command.h"
#include "hub/commands/day_range.h"
#include "hub/commands/forget_broker.h"

namespace chairhub {
namespace {

struct ForgetOptions {
  std::string config = default_config_file;
  std::string chair;
  std::string from;
  std::string to;
  bool broker = false;
  bool log = false;
  bool yes = false;
};

Forget what_to_forget(const ForgetOptions& options) {
  Forget what;
  if (!options.chair.empty()) what.chair = options.chair;
  if (options.from.empty() && options.to.empty()) return what;
  if (options.from.empty() || options.to.empty()) throw CommandFailed{exit_usage, "--from and --to go together"};
  what.range = WallRange{day_range("--from", options.from).from, day_range("--to", options.to).to};
  return what;
}

void confirm(const ForgetOptions& options, const Config& config) {
  if (options.yes) return;
  fmt::print("This deletes {}{}{} for good. Type yes to go on: ", options.log ? config.storage.database.string() : "",
             options.log && options.broker ? " and " : "",
             options.broker ? "everything of this hub in the broker and in Home Assistant" : "");
  std::fflush(stdout);
  std::string answer;
  if (!std::getline(std::cin, answer) || answer != "yes") throw CommandFailed{exit_failed, "nothing was deleted"};
}

void forget_all(const ForgetOptions& options) {
  if (!options.broker && !options.log) throw CommandFailed{exit_usage, "say what to forget: --log, --broker, or both"};
  const Config config = load_config_or_fail(options.config);
  if (!options.chair.empty()) chair_or_fail(config, options.chair);
  const Forget what = what_to_forget(options);
  confirm(options, config);
  if (options.log) {
    succeed_or_fail(forget(config.storage.database, what));
    fmt::print("deleted from {}\n", config.storage.database.string());
  }
  if (options.broker) {
    succeed_or_fail(forget_in_broker(config, options.chair));
    fmt::print("deleted from the broker at {}:{}\n", config.mqtt.host, config.mqtt.port);
  }
}

}  // namespace

void add_forget_command(CLI::App& app) {
  auto* command = app.add_subcommand("forget", "Deletes what was logged, and what the broker keeps of it");
  const auto options = std::make_shared<ForgetOptions>();
  add_config_option(*command, options->config);
  command->add_flag("--log", options->log, "Delete from the database, so that it is gone from the file");
  command->add_flag("--broker", options->broker, "Delete every retained message, and the device in Home Assistant");
  command->add_option("--chair", options->chair, "Only this chair")->type_name("ID");
  command->add_option("--from", options->from, "Only from this day on")->type_name("YYYY-MM-DD");
  command->add_option("--to", options->to, "Only until the end of this day")->type_name("YYYY-MM-DD");
  command->add_flag("--yes", options->yes, "Do not ask");
  command->footer("Stop the service before --broker, or it says everything again.");
  command->callback([options] { forget_all(*options); });
}

}  // namespace chairhub
