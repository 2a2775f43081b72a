#include "hub/doctor/gpio_lines.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace chairhub {
namespace {

Findings check_line(GpioChip& chip, const LineNeed& need, const std::string& chair) {
  const std::string place = fmt::format("GPIO {} of {} for {}", need.line, chip.name(), need.what_for);
  if (need.line >= chip.lines())
    return {{Severity::problem, "gpio.no_line", chair,
             fmt::format("{}: the chip has lines 0 to {}", place, chip.lines() - 1), "name another line or chip"}};
  const auto info = chip.info(need.line);
  if (!info)
    return {{Severity::problem, "gpio.closed", chair, fault_in_words(info.error()), cure_in_words(info.error())}};
  if (!info->is_used || info->consumer.starts_with("chairhub")) return {};
  return {{Severity::problem, "gpio.taken", chair, fmt::format("{}: '{}' has it", place, info->consumer),
           "stop that program or take its overlay out of config.txt, or name another line; gpioinfo shows all"}};
}

Findings check_lines(const GpioOpener& open, const std::string& label, const std::vector<LineNeed>& lines,
                     const std::string& chair) {
  auto chip = open(label);
  if (!chip)
    return {{Severity::problem, "gpio.closed", chair, fault_in_words(chip.error()), cure_in_words(chip.error())}};
  Findings findings;
  for (const LineNeed& line : lines) append(findings, check_line(**chip, line, chair));
  if (findings.empty())
    findings.push_back({Severity::ok, "gpio.ready", chair,
                        fmt::format("{}: {} {} as needed", (*chip)->name(), lines.size(),
                                    lines.size() == 1 ? "line is" : "lines are")});
  return findings;
}

}  // namespace

Findings check_gpio_lines(const Machine& machine, const Needs& needs) {
  std::map<std::string, std::vector<LineNeed>> by_chip;
  for (const LineNeed& need : needs.lines) by_chip[need.gpio_chip].push_back(need);
  Findings findings;
  for (const auto& [label, lines] : by_chip)
    append(findings, check_lines(machine.open_gpio, label, lines, needs.chair));
  return findings;
}

Findings check_gpio_release(const Needs& needs, const std::optional<BootConfig>& boot) {
  const bool moves =
      std::any_of(needs.lines.begin(), needs.lines.end(), [](const LineNeed& line) { return line.is_felt; });
  if (!moves || !boot || boot->is_on("strict_gpiod")) return {};
  return {{Severity::note, "gpio.kept", needs.chair,
           "should the hub die, the kernel keeps motor and buzzer as they are",
           fmt::format("write dtparam=strict_gpiod into {}, and give their transistors a pull-down resistor",
                       boot->file())}};
}

}  // namespace chairhub
