#include <fmt/format.h>

#include "hub/commands/command.h"
#include "hub/service/chair_indicator.h"

namespace chairhub {
namespace {

// Every chair is tried, whatever happens at the others: one motor that stays on is enough.
void outputs_off(const std::string& file) {
  const Config config = load_config_or_fail(file);
  std::string trouble;
  for (const ChairConfig& chair : config.chairs) {
    if (!chair.indicator) continue;
    if (const auto off = outputs_off(lines_of(*chair.indicator)); !off)
      trouble += fmt::format("{}: {}\n", chair.chair.id, in_words(off.error()));
  }
  if (!trouble.empty()) {
    trouble.pop_back();
    succeed_or_fail(failure(trouble));
  }
}

}  // namespace

void add_outputs_off_command(CLI::App& app) {
  auto* command = app.add_subcommand(
      "outputs-off", "Switches lamp, motor and buzzer off, whatever ended the service (for ExecStopPost=)");
  const auto file = std::make_shared<std::string>(default_config_file);
  add_config_option(*command, *file);
  command->callback([file] { outputs_off(*file); });
}

}  // namespace chairhub
