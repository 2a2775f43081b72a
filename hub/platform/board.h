// What the machine can tell about itself.

#pragma once

#include <filesystem>
#include <optional>

namespace chairhub {

// The temperature of the processor; unset where nothing measures it, as in most virtual machines.
std::optional<double> board_celsius(const std::filesystem::path& sensor = "/sys/class/thermal/thermal_zone0/temp");

}  // namespace chairhub
