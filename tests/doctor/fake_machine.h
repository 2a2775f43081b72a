// A machine laid out in a temporary folder: a user "pi" who owns nothing, and
// whatever files a test puts below /dev, /sys, /proc, /boot and /etc.

#pragma once

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "hub/doctor/machine.h"
#include "tests/support/chips/fake_bus_clock.h"
#include "tests/support/chips/fake_gpio.h"
#include "tests/support/temporary_folder.h"

namespace chairhub {

class FakeMachine {
 public:
  FakeMachine() {
    machine.root = folder_.path();
    machine.user = {"pi", ::getuid() + 1000, {}};
    machine.process = 4711;
    machine.disk_space = [](const std::filesystem::path&) { return DiskSpace{32ULL << 30U, 20ULL << 30U}; };
    machine.open_gpio = [this](const std::string& label) { return gpio.open(label); };
    machine.clock = &clock;
  }

  void has(std::string_view path, std::string_view text = "") const {
    make_folder_of(path);
    std::ofstream(machine.at(path), std::ios::binary) << text;
  }
  void links(std::string_view path, const std::string& target) const {
    make_folder_of(path);
    std::filesystem::create_symlink(target, machine.at(path));
  }
  void has_folder(std::string_view path, mode_t mode = 0777) const {
    std::filesystem::create_directories(machine.at(path));
    ::chmod(machine.at(path).c_str(), mode);
  }
  // As udev makes it: for root and the group that /etc/group calls `group`.
  void has_device(std::string_view path, const std::string& group, const std::string& members = "") const {
    has(path);
    ::chmod(machine.at(path).c_str(), 0660);
    has("/etc/group", group + ":x:" + std::to_string(::getgid()) + ":" + members + "\n");
  }
  void joins_the_group() { machine.user.groups = {::getgid()}; }

  FakeBusClock clock;
  FakeGpio gpio{clock};
  Machine machine;

 private:
  void make_folder_of(std::string_view path) const {
    std::filesystem::create_directories(machine.at(path).parent_path());
  }

  TemporaryFolder folder_;
};

}  // namespace chairhub
