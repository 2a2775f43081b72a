// Which GPIO chips there are and which one is meant. Asks the kernel itself,
// because both generations of libgpiod get their lines from the same chips.

#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "drivers/bus/bus_error.h"

namespace chairhub {

struct GpioChipFile {
  std::string path;
  std::string label;     // empty when it could not be asked
  int system_errno = 0;  // why it could not be asked
};

// "pinctrl-bcm2711 (/dev/gpiochip0)"
std::string name_of(const GpioChipFile& chip);

// One device node. `label` is empty and `system_errno` set when it is no GPIO chip or may not be opened.
GpioChipFile ask_gpio_chip(const std::filesystem::path& path);

// All of a folder, in the order of their names. Symlinks are left out:
// Raspberry Pi OS makes some for old programs, and a chip must not show up twice.
std::vector<GpioChipFile> list_gpio_chips(const std::filesystem::path& folder = "/dev");

// The chip with this label; when it is empty, the header of a Raspberry Pi.
BusResult<GpioChipFile> choose_gpio_chip(std::span<const GpioChipFile> chips, const std::string& label);

// By label or path, from /dev.
BusResult<GpioChipFile> find_gpio_chip(const std::string& label_or_path);

}  // namespace chairhub
