#include <algorithm>

#include <fmt/format.h>

#include "hub/doctor/devices.h"

namespace chairhub {

Findings check_user(const Machine& machine, std::span<const Needs> needs) {
  if (machine.user.id != 0)
    return {{Severity::ok, "user.named", "", fmt::format("what follows holds for the user {}", machine.user.name)}};
  const bool needs_rights =
      std::any_of(needs.begin(), needs.end(), [](const Needs& n) { return !n.devices.empty() || !n.lines.empty(); });
  if (!needs_rights) return {{Severity::ok, "user.named", "", "what follows holds for root, who may do everything"}};
  return {{Severity::note, "user.root", "", "root may do everything, so rights that the service lacks do not show",
           "run it as the service's user: sudo -u chairhub chairhub doctor"}};
}

}  // namespace chairhub
