// What the subcommands share: registering with the command line, the
// configuration they all read, and how they fail.

#pragma once

#include <optional>
#include <string>

#include <CLI/CLI.hpp>

#include "hub/commands/command_line.h"
#include "hub/config/config.h"

namespace chairhub {

// Ends a subcommand: caught in run_command_line(), which prints the sentence.
struct CommandFailed {
  ExitCode code = exit_failed;
  std::string message;  // empty when the command has said it all
};

// The value, or the end of the subcommand.
template <class T>
T value_or_fail(Result<T> result, ExitCode code = exit_failed) {
  if (!result) throw CommandFailed{code, result.error().message};
  return std::move(*result);
}
inline void succeed_or_fail(const Result<void>& result, ExitCode code = exit_failed) {
  if (!result) throw CommandFailed{code, result.error().message};
}

// --config, with its usual place as the default.
void add_config_option(CLI::App& command, std::string& file);
Config load_config_or_fail(const std::string& file);

// The chair named `id`; the only one when `id` is empty.
const ChairConfig& chair_or_fail(const Config& config, const std::string& id);

// Each adds its subcommand; the command runs while the line is parsed.
void add_run_command(CLI::App& app);
void add_replay_command(CLI::App& app);
void add_calibrate_command(CLI::App& app);
void add_record_command(CLI::App& app);
void add_log_command(CLI::App& app);
void add_check_command(CLI::App& app);
void add_doctor_command(CLI::App& app);
void add_forget_command(CLI::App& app);
void add_coach_command(CLI::App& app);
void add_goals_command(CLI::App& app);
void add_outputs_off_command(CLI::App& app);
void add_setup_command(CLI::App& app);
void add_backup_command(CLI::App& app);
void add_restore_command(CLI::App& app);
void add_web_password_command(CLI::App& app);

}  // namespace chairhub
