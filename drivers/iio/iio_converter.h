// A converter that a driver of the kernel owns and shows under Industrial I/O:
// one file a channel. Slower than a driver of our own, and the way for chips
// that have none here.
//
// The kernel numbers its devices as they come, and calls an ADS1115 "ads1015",
// so the chip is found by the device it hangs on, such as "1-0048" or
// "spi0.0", or by its folder.

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "drivers/converter/converter.h"

namespace chairhub {

class IioConverter final : public Converter {
 public:
  // `devices` is the folder of all devices; `device` one of them, by its parent's name or as a whole path.
  IioConverter(std::filesystem::path devices, std::string device, std::uint32_t channels);

  std::string name() const override { return "iio device " + device_; }
  std::uint32_t channels() const override { return channels_; }
  BusResult<void> initialise() override;
  BusResult<std::int32_t> collect(std::uint32_t channel) override;

 private:
  BusResult<std::filesystem::path> find() const;

  std::filesystem::path devices_;
  std::string device_;
  std::uint32_t channels_;
  std::filesystem::path folder_;
};

}  // namespace chairhub
