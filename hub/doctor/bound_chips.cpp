#include <fmt/format.h>

#include "hub/doctor/devices.h"

namespace chairhub {
namespace {

// "/dev/i2c-1", 0x48 -> "1-0048", as the kernel calls the chip
std::string kernel_name(const ChipNeed& chip) {
  return fmt::format("{}-{:04x}", chip.bus.substr(chip.bus.rfind('-') + 1), chip.address);
}

std::string how_to_free(const std::string& name, const std::string& driver, const std::optional<BootConfig>& boot) {
  const auto overlay = boot ? boot->overlay(driver.substr(0, 4)) : std::nullopt;
  const std::string out =
      overlay ? fmt::format("take dtoverlay={} out of {} and restart", overlay->name, overlay->where)
              : std::string("take away what binds it, as a rule a dtoverlay in config.txt, and restart");
  return fmt::format(
      "{} (until then: echo {} | sudo tee /sys/bus/i2c/drivers/{}/unbind), or use the driver iio with "
      "devices = \"{}\"",
      out, name, driver, name);
}

}  // namespace

Findings check_bound_chips(const Machine& machine, const Needs& needs, const std::optional<BootConfig>& boot) {
  Findings findings;
  for (const ChipNeed& chip : needs.chips) {
    const std::string name = kernel_name(chip);
    std::error_code free;
    const auto driver = std::filesystem::read_symlink(machine.at("/sys/bus/i2c/devices/" + name + "/driver"), free);
    if (free) continue;
    findings.push_back({Severity::problem, "i2c.bound", needs.chair,
                        fmt::format("the chip at 0x{:02x} on {} belongs to the kernel's driver {}", chip.address,
                                    chip.bus, driver.filename().string()),
                        how_to_free(name, driver.filename().string(), boot)});
  }
  return findings;
}

}  // namespace chairhub
