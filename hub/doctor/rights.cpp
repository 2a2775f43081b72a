#include "hub/doctor/rights.h"

#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <optional>

#include <fmt/format.h>

namespace chairhub {
namespace {

struct Group {
  std::string name;
  bool lists_user = false;
};

// A line of /etc/group is name:password:number:members,with,commas.
std::optional<Group> group_named_by(const Machine& machine, unsigned number) {
  std::ifstream file(machine.at("/etc/group"));
  for (std::string line; std::getline(file, line);) {
    const auto password = line.find(':');
    const auto id = line.find(':', password + 1);
    const auto members = line.find(':', id + 1);
    if (members == std::string::npos || line.substr(id + 1, members - id - 1) != std::to_string(number)) continue;
    const std::string all = "," + line.substr(members + 1) + ",";
    return Group{line.substr(0, password), all.find("," + machine.user.name + ",") != std::string::npos};
  }
  return std::nullopt;
}

}  // namespace

bool may_use(const Machine& machine, std::string_view path) {
  struct stat state{};
  if (::stat(machine.at(path).c_str(), &state) != 0) return false;
  if (machine.user.id == 0) return true;
  const auto& groups = machine.user.groups;
  mode_t wanted = S_IROTH | S_IWOTH;
  if (std::find(groups.begin(), groups.end(), state.st_gid) != groups.end()) wanted = S_IRGRP | S_IWGRP;
  if (state.st_uid == machine.user.id) wanted = S_IRUSR | S_IWUSR;
  return (state.st_mode & wanted) == wanted;
}

std::string how_to_be_let_in(const Machine& machine, std::string_view path) {
  struct stat state{};
  const bool known = ::stat(machine.at(path).c_str(), &state) == 0;
  const auto group = known ? group_named_by(machine, state.st_gid) : std::nullopt;
  constexpr mode_t by_group = S_IRGRP | S_IWGRP;
  if (!group || group->name == "root" || (state.st_mode & by_group) != by_group)
    return fmt::format("no group may use {}: give it one by a udev rule, as Raspberry Pi OS does", path);
  if (group->lists_user)
    return fmt::format("{} is in the group {} since the last login: log in again, or restart the service",
                       machine.user.name, group->name);
  return fmt::format("sudo usermod -aG {} {}, then log in again or restart the service", group->name,
                     machine.user.name);
}

}  // namespace chairhub
