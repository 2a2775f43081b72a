#include "hub/doctor/machine.h"

#include <pwd.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "hub/platform/clock.h"

namespace chairhub {
namespace {

User this_user() {
  User user;
  user.id = ::geteuid();
  const passwd* entry = ::getpwuid(user.id);
  user.name = entry != nullptr ? entry->pw_name : std::to_string(user.id);
  const int count = ::getgroups(0, nullptr);
  user.groups.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
  if (count > 0 && ::getgroups(count, user.groups.data()) < 0) user.groups.clear();
  user.groups.push_back(::getegid());
  return user;
}

std::optional<DiskSpace> space_at(const std::filesystem::path& path) {
  struct statvfs state{};
  if (::statvfs(path.c_str(), &state) != 0) return std::nullopt;
  return DiskSpace{state.f_blocks * state.f_frsize, state.f_bavail * state.f_frsize};
}

}  // namespace

std::string Machine::first_line(std::string_view path) const {
  std::ifstream file(at(path));
  std::string line;
  std::getline(file, line);
  return line;
}

std::vector<std::string> Machine::names_in(std::string_view folder, std::string_view beginning) const {
  std::vector<std::string> names;
  std::error_code unreadable;  // then there is nothing in it
  for (const auto& entry : std::filesystem::directory_iterator(at(folder), unreadable))
    if (const std::string name = entry.path().filename().string(); name.starts_with(beginning)) names.push_back(name);
  std::sort(names.begin(), names.end());
  return names;
}

Machine this_machine() {
  Machine machine;
  machine.user = this_user();
  machine.process = ::getpid();
  if (const char* zone = std::getenv("TZ")) machine.zone = zone;
  machine.is_synchronised = kernel_clock_is_synchronised();
  machine.disk_space = space_at;
  machine.open_gpio = [](const std::string& label_or_path) { return open_gpio_chip(label_or_path); };
  machine.clock = &monotonic_bus_clock();
  return machine;
}

std::string model_of(const Machine& machine) {
  const std::string model = machine.first_line("/proc/device-tree/model");
  return model.substr(0, model.find('\0'));  // the device tree ends its texts so
}

}  // namespace chairhub
