// What kits have in common that bring their own time: how fast it is played.

#pragma once

#include <string>

#include <fmt/format.h>

#include "drivers/driver.h"

namespace chairhub {

inline constexpr OptionInfo speed_option{
    .key = "speed",
    .default_value = 1.0,
    .allowed = "0 to 1000",
    .meaning = "1 is real time, 10 is ten times faster, 0 as fast as possible",
    .min = 0,
    .max = 1000,
};

inline std::string speed_in_words(double speed) {
  return speed == 0 ? "as fast as possible" : fmt::format("at speed {}", speed);
}

}  // namespace chairhub
