// Answers as the chips of a chair behind a device file, until it is told to end:
//   served-bus i2c i2c-7       served-bus spi spidev0.0

#include <iostream>
#include <string_view>

#include "tests/vm/served_bus/served_i2c.h"
#include "tests/vm/served_bus/served_spi.h"

int main(int count, char** words) {
  const std::string_view kind = count == 3 ? words[1] : "";
  if (kind == "i2c") {
    chairhub::ServedI2c bus(chairhub::monotonic_bus_clock());
    return chairhub::serve(words[2], bus);
  }
  if (kind == "spi") {
    chairhub::ServedSpi bus;
    return chairhub::serve(words[2], bus);
  }
  std::cerr << "usage: served-bus i2c|spi NAME-IN-DEV\n";
  return 64;
}
