// The part of setup in which the person presses one pad after the other, and
// the part in which they sit down: what hub/core/pad_finder.h and
// calibration_steps.h ask for, in words.

#pragma once

#include <optional>
#include <vector>

#include "drivers/finder/converter_choice.h"
#include "hub/commands/scan_feed.h"
#include "hub/commands/terminal.h"
#include "hub/core/calibration.h"
#include "hub/core/pad_finder.h"

namespace chairhub {

// What was found of each pad of `layout`, in its order; unset: left out.
std::vector<std::optional<FoundPad>> find_pads(const Terminal& terminal, ScanFeed& feed, const ConverterChoice& choice,
                                               const std::vector<Pad>& layout);

// Of the chair with the pads that were found. Unset when the person goes on without.
std::optional<Calibration> calibrate_new_chair(const Terminal& terminal, ScanFeed& feed, const Chair& chair,
                                               const std::vector<FoundPad>& found, const CountScale& scale);

}  // namespace chairhub
