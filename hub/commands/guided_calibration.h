// The guided calibration as a talk in the terminal with the person on the chair.

#pragma once

#include "hub/config/config.h"
#include "hub/core/calibration.h"

namespace chairhub {

// Asks, waits for Enter, measures. Ends the command when it fails or is broken off.
Calibration guide_calibration(const Config& config, const ChairConfig& chair);

}  // namespace chairhub
