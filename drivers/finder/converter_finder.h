// Looks which converters this machine has, without changing any of them. On
// I2C it sends no more than the number of the register that it reads, and only
// at the addresses of chips that chairhub knows. A chip on SPI cannot be asked
// without sending it something, so there it lists the devices and asks none.

#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "drivers/bus/i2c_bus.h"

namespace chairhub {

// Chips that one kit can read together.
struct FoundConverter {
  std::string driver;              // "ads1115", which may also be an ads1015; "nau7802", "iio"
  std::string bus;                 // "/dev/i2c-1"; empty: the kernel has it
  std::vector<std::string> chips;  // "0x48"; with iio what the devices hang on
  unsigned channels = 0;           // with iio: of each device
  double counts_per_volt = 0;      // with iio: as the kernel says; 0: it does not
  std::string words;               // for a person
};

struct Findings {
  std::vector<FoundConverter> converters;
  std::vector<std::string> spi_devices;
  std::vector<std::string> remarks;  // what keeps from looking, and what answers but is not known
};

// Where it looks; a test has other places.
struct FinderPlaces {
  std::filesystem::path devices = "/dev";
  std::filesystem::path iio = "/sys/bus/iio/devices";
  std::function<BusResult<std::unique_ptr<I2cBus>>(const std::string& device)> open_i2c = open_i2c_bus;
};

Findings find_converters(const FinderPlaces& places);

}  // namespace chairhub
