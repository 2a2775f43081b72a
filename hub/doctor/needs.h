// Which devices, chips and GPIO lines the chairs of a configuration need, read
// from the options of their kits. What a kit makes of them is its own business.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "hub/config/config.h"

namespace chairhub {

enum class BusKind : std::uint8_t { i2c, spi };

struct DeviceNeed {
  BusKind kind = BusKind::i2c;
  std::string device;  // "/dev/i2c-1"
  std::string where;   // in the configuration
};
struct ChipNeed {
  std::string bus;  // "/dev/i2c-1"
  std::uint8_t address = 0;
};
struct LineNeed {
  std::string gpio_chip;  // label or path; empty: the Pi's header
  unsigned line = 0;
  std::string what_for;  // "the multiplexer", "the lamp"
  bool is_felt = false;  // a motor or a buzzer: it has to stop when the program does
};

struct Needs {
  std::string chair;
  std::vector<DeviceNeed> devices;
  std::vector<ChipNeed> chips;  // on I2C
  std::vector<LineNeed> lines;
};

// Options that the driver refuses need nothing; making the kit says what is wrong with them.
Needs needs_of(const ChairConfig& chair);
std::vector<Needs> needs_of(const Config& config);

}  // namespace chairhub
