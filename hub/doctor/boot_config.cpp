#include "hub/doctor/boot_config.h"

#include <algorithm>
#include <array>
#include <fstream>

#include <fmt/format.h>

namespace chairhub {
namespace {

// Since Debian 12 the second one only says that it has moved.
constexpr std::array<const char*, 2> boot_files{"/boot/firmware/config.txt", "/boot/config.txt"};

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

// "i2c_arm=on" -> i2c_arm, on
std::pair<std::string, std::string> split_at(std::string_view text, std::string_view signs) {
  const auto at = text.find_first_of(signs);
  if (at == std::string_view::npos) return {std::string(text), ""};
  return {std::string(text.substr(0, at)), std::string(text.substr(at + 1))};
}

std::optional<BootConfig::Setting> last_of(const std::vector<BootConfig::Setting>& settings, auto fits) {
  const auto found = std::find_if(settings.rbegin(), settings.rend(), fits);
  return found == settings.rend() ? std::nullopt : std::optional(*found);
}

}  // namespace

std::optional<BootConfig> BootConfig::read(const Machine& machine) {
  for (const std::string name : boot_files) {
    std::ifstream file(machine.at(name));
    if (!file) continue;
    BootConfig config(name);
    std::string section = "[all]";
    std::string text;
    for (int number = 1; std::getline(file, text); ++number) {
      const std::string_view line = trimmed(text);
      if (line.starts_with('[')) section = line;
      if (line.starts_with('[') || line.starts_with('#') || section == "[none]") continue;
      config.take(line, fmt::format("{}:{}{}", name, number, section == "[all]" ? "" : " under " + section));
    }
    return config;
  }
  return std::nullopt;
}

void BootConfig::take(std::string_view line, const std::string& where) {
  constexpr std::string_view parameter_sign = "dtparam=";
  constexpr std::string_view overlay_sign = "dtoverlay=";
  if (line.starts_with(overlay_sign)) {
    // Parameters follow a comma or a colon.
    auto [name, value] = split_at(line.substr(overlay_sign.size()), ",:");
    if (!name.empty()) overlays_.push_back({std::move(name), std::move(value), where});
  }
  if (!line.starts_with(parameter_sign)) return;
  for (std::string rest(line.substr(parameter_sign.size())); !rest.empty();) {
    auto [one, others] = split_at(rest, ",");
    auto [name, value] = split_at(one, "=");
    // Other names of the same parameter.
    if (name == "i2c" || name == "i2c1") name = "i2c_arm";
    if (name == "i2c_baudrate" || name == "i2c1_baudrate") name = "i2c_arm_baudrate";
    parameters_.push_back({std::move(name), std::move(value), where});
    rest = std::move(others);
  }
}

std::optional<BootConfig::Setting> BootConfig::parameter(std::string_view name) const {
  return last_of(parameters_, [name](const Setting& s) { return s.name == name; });
}

bool BootConfig::is_on(std::string_view name) const {
  const auto setting = parameter(name);
  if (!setting) return false;
  constexpr std::array<std::string_view, 5> yes{"", "on", "yes", "true", "1"};
  return std::find(yes.begin(), yes.end(), setting->value) != yes.end();
}

std::optional<BootConfig::Setting> BootConfig::overlay(std::string_view beginning) const {
  return last_of(overlays_, [beginning](const Setting& s) { return s.name.starts_with(beginning); });
}

}  // namespace chairhub
