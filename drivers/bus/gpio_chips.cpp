#include "drivers/bus/gpio_chips.h"

#include <fcntl.h>
#include <linux/gpio.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "drivers/bus/gpio_errors.h"

namespace chairhub {
namespace {

// The labels of the chip behind the 40-pin header: Raspberry Pi 5; 4 and 400; all before.
constexpr std::array<std::string_view, 3> header_labels{"pinctrl-rp1", "pinctrl-bcm2711", "pinctrl-bcm2835"};

std::string list_of(std::span<const GpioChipFile> chips) {
  std::vector<std::string> names;
  for (const GpioChipFile& chip : chips) names.push_back(name_of(chip));
  return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

std::string name_of(const GpioChipFile& chip) {
  return chip.label.empty() ? chip.path : fmt::format("{} ({})", chip.label, chip.path);
}

GpioChipFile ask_gpio_chip(const std::filesystem::path& path) {
  GpioChipFile chip{path.string(), "", 0};
  const int fd = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
  if (fd < 0) {
    chip.system_errno = errno;
    return chip;
  }
  gpiochip_info info{};
  if (::ioctl(fd, GPIO_GET_CHIPINFO_IOCTL, &info) < 0)
    chip.system_errno = errno;
  else
    chip.label = info.label;
  ::close(fd);
  return chip;
}

std::vector<GpioChipFile> list_gpio_chips(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  std::error_code unreadable;  // then nothing is listed, and choosing says that there is nothing
  for (const auto& entry : std::filesystem::directory_iterator(folder, unreadable))
    if (entry.path().filename().string().starts_with("gpiochip") && !entry.is_symlink()) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<GpioChipFile> chips;
  chips.reserve(paths.size());
  for (const auto& path : paths) chips.push_back(ask_gpio_chip(path));
  return chips;
}

BusResult<GpioChipFile> choose_gpio_chip(std::span<const GpioChipFile> chips, const std::string& label) {
  const auto labelled = [chips](std::string_view wanted) {
    return std::find_if(chips.begin(), chips.end(), [wanted](const GpioChipFile& c) { return c.label == wanted; });
  };
  if (!label.empty()) {
    if (const auto chip = labelled(label); chip != chips.end()) return *chip;
  } else {
    for (const std::string_view known : header_labels)
      if (const auto chip = labelled(known); chip != chips.end()) return *chip;
  }
  const std::string wanted = label.empty() ? fmt::format("{}", fmt::join(header_labels, ", ")) : label;
  if (chips.empty())
    return bus_failure(BusFault::no_device, "GPIO", fmt::format("there is no GPIO chip at all, wanted is {}", wanted));
  const auto closed =
      std::find_if(chips.begin(), chips.end(), [](const GpioChipFile& c) { return c.system_errno != 0; });
  if (closed != chips.end()) return gpio_failure(closed->path, closed->system_errno);
  return bus_failure(
      BusFault::no_device, "GPIO",
      fmt::format("no chip is labelled {}; there are {}; name one with gpio_chip", wanted, list_of(chips)));
}

BusResult<GpioChipFile> find_gpio_chip(const std::string& label_or_path) {
  if (!label_or_path.starts_with('/')) return choose_gpio_chip(list_gpio_chips(), label_or_path);
  GpioChipFile chip = ask_gpio_chip(label_or_path);
  if (chip.system_errno == 0) return chip;
  auto failed = gpio_failure(chip.path, chip.system_errno);
  if (failed.value().fault == BusFault::no_device) failed.value().detail = "there are " + list_of(list_gpio_chips());
  return failed;
}

}  // namespace chairhub
