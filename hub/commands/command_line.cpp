#include "hub/commands/command_line.h"

#include <exception>

#include <fmt/format.h>

#include "chairhub_version.h"
#include "hub/commands/command.h"

namespace chairhub {
namespace {

constexpr const char* about =
    "A smart-chair sensor hub: notices how somebody sits, says so gently, and keeps a log.\n"
    "Not a medical device.";

constexpr const char* footer =
    "Examples:\n"
    "  chairhub setup --config chairhub.toml            sets up a chair, step by step\n"
    "  chairhub check --config chairhub.toml            is the configuration right, and what holds?\n"
    "  chairhub doctor --config chairhub.toml           is the machine right, and what is to be done?\n"
    "  chairhub run --config chairhub.toml              the service\n"
    "  chairhub log --config chairhub.toml              today, as a timeline\n"
    "  chairhub replay --config chairhub.toml day.csv   what would have been noticed\n"
    "Exit codes: 0 all right, 1 failed, 64 wrong usage, 78 wrong configuration.\n"
    "Each command explains itself: chairhub COMMAND --help";

void print_error(const std::string& message) {
  fmt::print(stderr, "chairhub: {}\n", message);
}

}  // namespace

void add_config_option(CLI::App& command, std::string& file) {
  command.add_option("-c,--config", file, "The configuration file")->capture_default_str()->type_name("FILE");
}

Config load_config_or_fail(const std::string& file) {
  return value_or_fail(load_config(file), exit_config);
}

const ChairConfig& chair_or_fail(const Config& config, const std::string& id) {
  std::string known;
  for (const ChairConfig& chair : config.chairs) {
    if (chair.chair.id == id || (id.empty() && config.chairs.size() == 1)) return chair;
    known += (known.empty() ? "" : ", ") + chair.chair.id;
  }
  if (id.empty()) throw CommandFailed{exit_usage, "there are several chairs; name one with --chair: " + known};
  throw CommandFailed{exit_usage, fmt::format("there is no chair '{}' in the configuration; there is {}", id, known)};
}

int run_command_line(int argc, const char* const* argv) {
  CLI::App app{about, "chairhub"};
  app.set_version_flag("--version", std::string(version));
  app.footer(footer);
  app.require_subcommand(1);
  add_setup_command(app);
  add_run_command(app);
  add_replay_command(app);
  add_calibrate_command(app);
  add_record_command(app);
  add_log_command(app);
  add_check_command(app);
  add_doctor_command(app);
  add_backup_command(app);
  add_restore_command(app);
  add_forget_command(app);
  add_coach_command(app);
  add_goals_command(app);
  add_outputs_off_command(app);
  add_web_password_command(app);
  try {
    app.parse(argc, argv);
    return exit_ok;
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? exit_ok : exit_usage;
  } catch (const CommandFailed& failed) {
    if (!failed.message.empty()) print_error(failed.message);
    return failed.code;
  }
}

}  // namespace chairhub
