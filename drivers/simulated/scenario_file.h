// Finds a scenario's file and reads it.

#pragma once

#include <string>

#include "drivers/simulated/scenario.h"

namespace chairhub::simulated {

// `name` is a file when it has a slash or ends in ".scenario", relative ones
// starting at `folder`; else it is the bare name of one that ships with
// chairhub. An unknown bare name is refused with the list of those.
Result<Scenario> load_scenario(const std::string& name, const std::string& folder);

}  // namespace chairhub::simulated
