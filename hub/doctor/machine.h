// The machine as the doctor sees it: everything that is a file lies below one
// folder, so that a test lays out a machine of its own; the rest is asked here
// and handed on as plain values.

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "drivers/bus/bus_clock.h"
#include "drivers/bus/gpio.h"

namespace chairhub {

struct User {
  std::string name;
  unsigned id = 0;
  std::vector<unsigned> groups;  // all that the process is in
};

struct DiskSpace {
  std::uint64_t total_bytes = 0;
  std::uint64_t free_bytes = 0;  // for this user
};

struct Machine {
  std::filesystem::path root = "/";
  User user;
  int process = 0;
  std::string zone;              // what TZ says; empty: /etc/localtime decides
  bool is_synchronised = false;  // the kernel's clock, by NTP
  std::function<std::optional<DiskSpace>(const std::filesystem::path&)> disk_space;
  GpioOpener open_gpio;
  BusClock* clock = nullptr;  // outlives this

  // Where "/dev/i2c-1" really is.
  std::filesystem::path at(std::string_view path) const {
    return root / std::filesystem::absolute(path).relative_path();
  }
  // The first line of a file without its end; empty when it cannot be read.
  std::string first_line(std::string_view path) const;
  // The names in a folder that begin so, sorted.
  std::vector<std::string> names_in(std::string_view folder, std::string_view beginning = "") const;
};

Machine this_machine();

// "Raspberry Pi 4 Model B Rev 1.4"; empty where the firmware does not say.
std::string model_of(const Machine& machine);

}  // namespace chairhub
