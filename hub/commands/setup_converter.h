// The part of setup that finds out which converter the pads hang on: what can
// be found is offered, what cannot be found without risk is asked for.

#pragma once

#include "drivers/finder/converter_choice.h"
#include "drivers/finder/converter_finder.h"
#include "hub/commands/terminal.h"

namespace chairhub {

ConverterChoice ask_for_converter(const Terminal& terminal, const Findings& findings);

}  // namespace chairhub
