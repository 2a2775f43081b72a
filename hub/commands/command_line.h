// The command line: which subcommands there are and what the program's exit
// code means. Each subcommand has a file of its own.

#pragma once

namespace chairhub {

// As in sysexits.h, so that systemd can tell a wrong configuration (no restart)
// from trouble at run time (restart).
enum ExitCode : int {
  exit_ok = 0,
  exit_failed = 1,
  exit_usage = 64,
  exit_config = 78,
};

int run_command_line(int argc, const char* const* argv);

}  // namespace chairhub
