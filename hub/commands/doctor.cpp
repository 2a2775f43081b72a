#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "chairhub_version.h"
#include "hub/commands/command.h"
#include "hub/commands/doctor_report.h"
#include "hub/core/units.h"
#include "hub/doctor/examine.h"
#include "hub/platform/clock.h"

namespace chairhub {
namespace {

struct DoctorOptions {
  std::string config = default_config_file;
  double seconds = 3;
  bool json = false;
};

ReportLook look_of_terminal() {
  ReportLook look;
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) look.width = size.ws_col;
  look.colours = ::isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr;
  return look;
}

void doctor(const DoctorOptions& options) {
  const Config config = load_config_or_fail(options.config);
  const Machine machine = this_machine();
  const WallTime now = moment_now().wall;
  const Findings findings = examine(machine, config, now, seconds(options.seconds));
  const DoctorSubject subject{std::string(version), options.config, machine.user.name, model_of(machine), now};
  std::cout << (options.json ? doctor_json(subject, findings) : doctor_table(subject, findings, look_of_terminal()));
  if (count_of(findings, Severity::problem) > 0) throw CommandFailed{exit_failed, ""};
}

}  // namespace

void add_doctor_command(CLI::App& app) {
  auto* command =
      app.add_subcommand("doctor", "Looks at buses, chips, rights, broker, clock and disk, and says what to do");
  const auto options = std::make_shared<DoctorOptions>();
  add_config_option(*command, options->config);
  command->add_option("--seconds", options->seconds, "How long each chair is scanned")
      ->capture_default_str()
      ->type_name("S")
      ->check(CLI::Range(0.1, 60.0));
  command->add_flag("--json", options->json, "Print the findings as JSON, for a program or a bug report");
  command->footer(
      "Ends with 1 when there is a problem. Rights are those of whoever runs it: sudo -u chairhub chairhub doctor.\n"
      "While the hub runs it has the kits, and they are not scanned. docs/doctor.md has a line for each finding.");
  command->callback([options] { doctor(*options); });
}

}  // namespace chairhub
