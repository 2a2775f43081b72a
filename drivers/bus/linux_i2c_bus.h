// The I2C bus of Linux' i2c-dev, with the system calls handed in, so that a
// test can play the kernel. Everybody else calls open_i2c_bus (i2c_bus.h).

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "drivers/bus/i2c_bus.h"

namespace chairhub {

struct I2cDevice {
  std::string path;   // "/dev/i2c-1"
  std::string chips;  // the folder in which the kernel lists chips; need not exist
  // As ioctl(2) on the open device: -1 and errno when it fails.
  std::function<int(unsigned long request, std::uintptr_t argument)> control;
};

// Asks the adapter what it can do.
BusResult<std::unique_ptr<I2cBus>> make_linux_i2c_bus(I2cDevice device);

// What an errno of a transfer means.
BusFault i2c_fault_of(int system_errno);

}  // namespace chairhub
