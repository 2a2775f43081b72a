#include <fmt/format.h>

#include "hub/doctor/mounts.h"
#include "hub/doctor/rights.h"
#include "hub/doctor/storage_check.h"

namespace chairhub {
namespace {

namespace fs = std::filesystem;

// A year of log is 25 MiB, and the database needs as much again to be tidied up (engineering default).
constexpr std::uint64_t least_free = 100ULL << 20U;
// A card spreads its writes over what is free; below this part it wears out the same few blocks (engineering default).
constexpr double least_free_part = 0.1;

fs::path folder_of(const fs::path& file) {
  return fs::absolute(file).parent_path();
}

Finding judge_space(const fs::path& folder, const DiskSpace& space) {
  const double part =
      space.total_bytes == 0 ? 0 : static_cast<double>(space.free_bytes) / static_cast<double>(space.total_bytes);
  const std::string what =
      fmt::format("{}: {} MiB are free, {:.0f} % of the disk", folder.string(), space.free_bytes >> 20U, 100 * part);
  if (space.free_bytes < least_free)
    return {Severity::problem, "disk.full", "", what,
            "make room: a year of log takes 25 MiB; sudo apt clean and sudo journalctl --vacuum-size=50M often help"};
  if (part < least_free_part)
    return {Severity::warning, "disk.tight", "", what,
            "make room, or take a larger card: a card that is nearly full wears out the same few blocks"};
  return {Severity::ok, "disk.free", "", what};
}

Findings judge_mount(const fs::path& folder, const Mount& mount) {
  if (mount.is_read_only)
    return {{Severity::problem, "disk.read_only", "",
             fmt::format("{} is on {}, which can only be read", folder.string(), mount.point),
             "look for a fault of the disk with dmesg; mount it for writing"}};
  if (mount.is_memory() || mount.kind == "overlay")
    return {{Severity::warning, "disk.forgets", "",
             fmt::format("{} is on {} ({}), which forgets everything at a restart", folder.string(), mount.point,
                         mount.kind),
             "set storage.database to a folder on a disk, or switch the overlay file system off with raspi-config"}};
  return {};
}

// It is rewritten every few seconds, which memory does not mind.
Findings check_heartbeat(const Machine& machine, const fs::path& heartbeat) {
  const auto mount = heartbeat.empty() ? std::nullopt : mount_of(machine, folder_of(heartbeat));
  if (!mount || mount->is_memory()) return {};
  return {{Severity::warning, "disk.heartbeat", "",
           fmt::format("storage.heartbeat {} is on {} ({}) and rewritten every few seconds, which wears out a card",
                       heartbeat.string(), mount->point, mount->kind),
           "set storage.heartbeat to a file on a tmpfs, such as /run/chairhub/heartbeat"}};
}

}  // namespace

Findings check_disk(const Machine& machine, const StorageConfig& storage) {
  const fs::path folder = folder_of(storage.database);
  std::error_code unreadable;
  if (!fs::is_directory(machine.at(folder.string()), unreadable))
    return {{Severity::problem, "disk.no_folder", "", fmt::format("there is no folder {} for the log", folder.string()),
             fmt::format("sudo install -d -o {0} -g {0} {1}, or set storage.database", machine.user.name,
                         folder.string())}};
  Findings findings;
  if (const auto mount = mount_of(machine, folder)) append(findings, judge_mount(folder, *mount));
  if (!may_use(machine, folder.string()))
    findings.push_back({Severity::problem, "disk.refused", "",
                        fmt::format("{} is not open to {}", folder.string(), machine.user.name),
                        fmt::format("sudo chown {} {}, or run the doctor as the service's user: sudo -u chairhub "
                                    "chairhub doctor",
                                    machine.user.name, folder.string())});
  if (const auto space = machine.disk_space(machine.at(folder.string())))
    findings.push_back(judge_space(folder, *space));
  append(findings, check_heartbeat(machine, storage.heartbeat));
  return findings;
}

}  // namespace chairhub
