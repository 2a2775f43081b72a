// The firmware's config.txt of a Raspberry Pi: which parameters and overlays
// it sets, and in which line, so that a cure can name it.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hub/doctor/machine.h"

namespace chairhub {

class BootConfig {
 public:
  struct Setting {
    std::string name;   // "i2c_arm", or an overlay's "ads1115"
    std::string value;  // "on", or the overlay's parameters
    std::string where;  // "/boot/firmware/config.txt:12", with the section's filter
  };

  // Unset when there is none: not a Raspberry Pi.
  static std::optional<BootConfig> read(const Machine& machine);

  const std::string& file() const { return file_; }
  // The last dtparam of this name; later ones win.
  std::optional<Setting> parameter(std::string_view name) const;
  bool is_on(std::string_view name) const;
  // The last dtoverlay whose name begins so.
  std::optional<Setting> overlay(std::string_view beginning) const;

 private:
  explicit BootConfig(std::string file) : file_(std::move(file)) {}
  void take(std::string_view line, const std::string& where);

  std::string file_;
  std::vector<Setting> parameters_;
  std::vector<Setting> overlays_;
};

}  // namespace chairhub
