// Whether the buses that the chairs need are there and open to this user, and
// whether a kernel driver has taken a chip.

#pragma once

#include <optional>
#include <span>

#include "hub/doctor/boot_config.h"
#include "hub/doctor/finding.h"
#include "hub/doctor/machine.h"
#include "hub/doctor/needs.h"

namespace chairhub {

// I2C and SPI. `boot` is unset on a machine that is no Raspberry Pi.
Findings check_buses(const Machine& machine, const Needs& needs, const std::optional<BootConfig>& boot);

// i2c-dev would let the kernel and us fight over such a chip.
Findings check_bound_chips(const Machine& machine, const Needs& needs, const std::optional<BootConfig>& boot);

// Who this is, as far as it matters for rights.
Findings check_user(const Machine& machine, std::span<const Needs> needs);

}  // namespace chairhub
