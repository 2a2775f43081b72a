// Lists of chips in a kit's options, such as addresses = "0x48, 0x49".

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "drivers/driver.h"
#include "hub/core/result.h"

namespace chairhub {

// "a, b c" -> a, b, c
std::vector<std::string> split_list(std::string_view text);

// Each number once and from `lowest` to `highest`; hexadecimal with 0x. At least one.
Result<std::vector<std::uint8_t>> number_list(const Options& options, std::string_view key, std::uint8_t lowest,
                                              std::uint8_t highest);

}  // namespace chairhub
