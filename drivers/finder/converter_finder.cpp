#include "drivers/finder/converter_finder.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <optional>
#include <string_view>
#include <system_error>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "drivers/nau7802/nau7802_protocol.h"

namespace chairhub {
namespace {

namespace fs = std::filesystem;

constexpr std::uint8_t first_ads111x = 0x48;
constexpr std::uint8_t last_ads111x = 0x4B;
// The ADS111x's two thresholds after power-up, which chairhub leaves alone (SBAS444, "Lo_thresh and Hi_thresh").
constexpr std::uint8_t low_threshold = 2;
constexpr std::uint8_t high_threshold = 3;
constexpr unsigned low_after_reset = 0x8000;
constexpr unsigned high_after_reset = 0x7FFF;
constexpr std::uint8_t nau7802_revision = 0x1F;  // its low half is 0xF

// The files of a folder that begin with `start`, in the order of their names; a folder that is not there has none.
std::vector<fs::path> files_of(const fs::path& folder, std::string_view start) {
  std::vector<fs::path> files;
  std::error_code not_there;
  for (const auto& entry : fs::directory_iterator(folder, not_there))
    if (entry.path().filename().string().starts_with(start)) files.push_back(entry.path());
  std::sort(files.begin(), files.end(), [](const fs::path& a, const fs::path& b) {
    const std::string left = a.string(), right = b.string();  // 2 before 10
    return left.size() != right.size() ? left.size() < right.size() : left < right;
  });
  return files;
}

// One bus. Ends at the first fault that will not be better at another address.
class BusSearch {
 public:
  BusSearch(I2cBus& bus, Findings& findings) : bus_(bus), findings_(findings) {}

  void look() {
    for (unsigned address = first_ads111x; address <= last_ads111x && !is_hopeless_; ++address)
      look_at(static_cast<std::uint8_t>(address), &BusSearch::is_ads111x, ads111x_);
    if (!is_hopeless_) look_at(nau7802::address, &BusSearch::is_nau7802, nau7802_);
    if (!ads111x_.empty())
      findings_.converters.push_back(
          {"ads1115", bus_.name(), ads111x_, 0, 0,
           fmt::format("{} ADS1115 or ADS1015 at {} on {}", ads111x_.size(), fmt::join(ads111x_, ", "), bus_.name())});
    if (!nau7802_.empty())
      findings_.converters.push_back(
          {"nau7802", bus_.name(), nau7802_, 0, 0, fmt::format("NAU7802 at 0x2a on {}", bus_.name())});
  }

 private:
  using Test = bool (BusSearch::*)(std::uint8_t address);

  void look_at(std::uint8_t address, Test is_it, std::vector<std::string>& chips) {
    // A chip that a kernel driver owns is found among the kernel's own devices.
    if (!bus_.claim(address)) return;
    std::array<std::uint8_t, 1> byte{};
    if (const auto answer = bus_.transfer(address, {}, byte); !answer) {
      is_hopeless_ = answer.error().fault != BusFault::nack;
      if (is_hopeless_) findings_.remarks.push_back(in_words(answer.error()));
      return;
    }
    if ((this->*is_it)(address))
      chips.push_back(fmt::format("0x{:02x}", address));
    else
      findings_.remarks.push_back(
          fmt::format("0x{:02x} on {}: something answers, but it is none of the converters that chairhub knows",
                      address, bus_.name()));
  }

  bool is_ads111x(std::uint8_t address) {
    return read(address, low_threshold, 2) == low_after_reset && read(address, high_threshold, 2) == high_after_reset;
  }
  bool is_nau7802(std::uint8_t address) {
    const auto revision = read(address, nau7802_revision, 1);
    return revision && (*revision & 0x0FU) == 0x0FU && *revision != 0xFFU;
  }

  std::optional<unsigned> read(std::uint8_t address, std::uint8_t reg, std::size_t size) {
    std::array<std::uint8_t, 2> bytes{};
    const std::array number = {reg};
    if (!bus_.transfer(address, number, std::span(bytes).first(size))) return std::nullopt;
    return size == 2 ? static_cast<unsigned>(bytes[0] << 8U | bytes[1]) : bytes[0];
  }

  I2cBus& bus_;
  Findings& findings_;
  bool is_hopeless_ = false;
  std::vector<std::string> ads111x_;
  std::vector<std::string> nau7802_;
};

std::string first_line(const fs::path& file) {
  std::ifstream stream(file);
  std::string line;
  std::getline(stream, line);
  return line;
}

// Millivolts a count, of all channels or of the first.
double counts_per_volt(const fs::path& device) {
  for (const char* name : {"in_voltage_scale", "in_voltage0_scale"}) {
    std::ifstream stream(device / name);
    double millivolts = 0;
    if (stream >> millivolts && millivolts > 0) return 1000 / millivolts;
  }
  return 0;
}

void find_kernel_devices(const fs::path& folder, Findings& findings) {
  for (const fs::path& device : files_of(folder, "iio:device")) {
    unsigned channels = 0;
    std::error_code unreadable;
    while (fs::exists(device / fmt::format("in_voltage{}_raw", channels), unreadable)) ++channels;
    if (channels == 0) continue;  // it measures light, or turns
    const std::string hangs_on = fs::canonical(device, unreadable).parent_path().filename().string();
    findings.converters.push_back({"iio",
                                   "",
                                   {hangs_on},
                                   channels,
                                   counts_per_volt(device),
                                   fmt::format("{} with {} channels at {}, which the kernel reads",
                                               first_line(device / "name"), channels, hangs_on)});
  }
}

}  // namespace

Findings find_converters(const FinderPlaces& places) {
  Findings findings;
  for (const fs::path& device : files_of(places.devices, "i2c-")) {
    const auto bus = places.open_i2c(device.string());
    if (bus)
      BusSearch(**bus, findings).look();
    else
      findings.remarks.push_back(in_words(bus.error()));
  }
  for (const fs::path& device : files_of(places.devices, "spidev")) findings.spi_devices.push_back(device.string());
  find_kernel_devices(places.iio, findings);
  return findings;
}

}  // namespace chairhub
