#include <fmt/format.h>
#include <fmt/ranges.h>

#include "hub/doctor/devices.h"
#include "hub/doctor/rights.h"

namespace chairhub {
namespace {

struct BusWords {
  std::string_view name;       // as in a finding's name
  std::string_view label;      // as people write it
  std::string_view beginning;  // of the device's file
  std::string_view parameter;  // of config.txt
  std::string_view module;
  std::string_view usual;  // the device that the parameter makes
};

const BusWords& words_of(BusKind kind) {
  static constexpr BusWords i2c{"i2c", "I2C", "i2c-", "i2c_arm", "i2c-dev", "/dev/i2c-1"};
  static constexpr BusWords spi{"spi", "SPI", "spidev", "spi", "spidev", "/dev/spidev0."};
  return kind == BusKind::i2c ? i2c : spi;
}

std::string what_there_is(const Machine& machine, const BusWords& words) {
  const auto names = machine.names_in("/dev", words.beginning);
  return names.empty() ? fmt::format("there is no {} bus at all", words.label)
                       : fmt::format("there are /dev/{}", fmt::join(names, ", /dev/"));
}

std::string how_to_make_it(const DeviceNeed& need, const std::optional<BootConfig>& boot) {
  const BusWords& words = words_of(need.kind);
  if (!boot)
    return fmt::format("load the kernel's module, sudo modprobe {}, and see with ls /dev/{}*", words.module,
                       words.beginning);
  if (!need.device.starts_with(words.usual))
    return fmt::format("make that bus by its dtoverlay in {}, or name another one in the configuration", boot->file());
  if (const auto chip = boot->overlay("mcp3"); chip && need.kind == BusKind::spi)
    return fmt::format("the overlay {} at {} takes the device away: take it out and restart, or use the driver iio",
                       chip->name, chip->where);
  if (boot->is_on(words.parameter))
    return fmt::format("dtparam={}=on stands at {}: restart if that is new, else sudo modprobe {}", words.parameter,
                       boot->parameter(words.parameter)->where, words.module);
  if (const auto off = boot->parameter(words.parameter))
    return fmt::format("{} is {} at {}: write dtparam={}=on there, then restart", words.parameter, off->value,
                       off->where, words.parameter);
  return fmt::format("write dtparam={}=on into {}, then restart", words.parameter, boot->file());
}

}  // namespace

Findings check_buses(const Machine& machine, const Needs& needs, const std::optional<BootConfig>& boot) {
  Findings findings;
  for (const DeviceNeed& need : needs.devices) {
    const BusWords& words = words_of(need.kind);
    const auto say = [&](Severity severity, std::string_view about, std::string what, std::string cure) {
      findings.push_back(
          {severity, fmt::format("{}.{}", words.name, about), needs.chair, std::move(what), std::move(cure)});
    };
    std::error_code unreadable;
    if (!std::filesystem::exists(machine.at(need.device), unreadable))
      say(Severity::problem, "missing",
          fmt::format("{}: there is no {}; {}", need.where, need.device, what_there_is(machine, words)),
          how_to_make_it(need, boot));
    else if (!may_use(machine, need.device))
      say(Severity::problem, "refused", fmt::format("{} is not open to {}", need.device, machine.user.name),
          how_to_be_let_in(machine, need.device));
    else
      say(Severity::ok, "ready", fmt::format("{} is there and open to {}", need.device, machine.user.name), "");
  }
  return findings;
}

}  // namespace chairhub
