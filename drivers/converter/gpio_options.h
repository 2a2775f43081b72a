// GPIO lines in a kit's options: "17,27,22,23".

#pragma once

#include <string_view>
#include <vector>

#include "drivers/driver.h"
#include "hub/core/result.h"

namespace chairhub {

// The lines that the option `key` names; an empty option names none. Refuses
// what is not a number, and a line that stands there twice.
Result<std::vector<unsigned>> gpio_lines(const Options& options, std::string_view key);

}  // namespace chairhub
