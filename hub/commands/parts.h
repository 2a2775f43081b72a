// What a configuration leads to, made or refused before anything runs: the
// kits, the calibrations, and whether the broker's part can be used.

#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "hub/config/config.h"
#include "hub/core/calibration.h"
#include "hub/core/kit.h"
#include "hub/core/profiles.h"

namespace chairhub {

// Each ends the command with exit code 78 when the configuration is at fault.
std::vector<std::unique_ptr<Kit>> make_kits_or_fail(const Config& config);
// One chair's kit for a command that scans it by itself; one on a radio is listened to.
std::unique_ptr<Kit> make_kit_or_fail(const Config& config, const ChairConfig& chair);
std::vector<std::optional<Calibration>> load_calibrations_or_fail(const Config& config);
// For each chair its profiles, in the order of the configuration.
std::vector<std::vector<ProfileStart>> load_profiles_or_fail(const Config& config);
void check_broker_or_fail(const Config& config);

}  // namespace chairhub
