// Whether the supply of the pads has moved since the calibration, and whether
// the machine's own supply sags.

#pragma once

#include "hub/core/calibration.h"
#include "hub/doctor/finding.h"
#include "hub/doctor/kit_trial.h"
#include "hub/doctor/machine.h"

namespace chairhub {

// By which part all readings of the empty chair have moved alike since the zeros were taken: what a rail does, and
// no pad alone. Unset where nothing can be told: zeros near nothing, few pads, or somebody sits.
std::optional<double> common_move(const KitTrial& trial, const Calibration& calibration);

// Only of converters with a reference of their own; the others measure against the rail itself.
Findings check_rail(const ChairConfig& chair, const KitTrial& trial, const Calibration& calibration);

// The firmware of a Raspberry Pi remembers that its 5 V fell below 4.63 V.
Findings check_power(const Machine& machine);

}  // namespace chairhub
