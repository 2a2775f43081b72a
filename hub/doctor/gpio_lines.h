// Whether the GPIO lines that a chair needs are there, open and free, and
// whether motor and buzzer stop when the program dies.

#pragma once

#include <optional>

#include "hub/doctor/boot_config.h"
#include "hub/doctor/finding.h"
#include "hub/doctor/machine.h"
#include "hub/doctor/needs.h"

namespace chairhub {

// A line that the running hub holds is not free, and as it should be.
Findings check_gpio_lines(const Machine& machine, const Needs& needs);

// The kernel of a Raspberry Pi keeps driving what a dead program drove.
Findings check_gpio_release(const Needs& needs, const std::optional<BootConfig>& boot);

}  // namespace chairhub
