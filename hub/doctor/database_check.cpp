#include <fmt/format.h>

#include "hub/doctor/rights.h"
#include "hub/doctor/storage_check.h"
#include "hub/storage/log_reader.h"
#include "hub/storage/schema.h"

namespace chairhub {

Findings check_database(const Machine& machine, const StorageConfig& storage) {
  const std::filesystem::path& file = storage.database;
  std::error_code unreadable;
  if (!std::filesystem::exists(machine.at(file.string()), unreadable))
    return {{Severity::note, "log.none", "", fmt::format("{}: there is no log yet", file.string()),
             "it begins when the hub runs for the first time"}};
  // SQLite makes these beside it; whoever else may not write them keeps the hub out.
  for (const char* beside : {"", "-wal", "-shm"}) {
    const std::string name = file.string() + beside;
    if (std::filesystem::exists(machine.at(name), unreadable) && !may_use(machine, name))
      return {{Severity::problem, "log.refused", "", fmt::format("{} is not open to {}", name, machine.user.name),
               fmt::format("sudo chown {} {}*, or run the doctor as the service's user: sudo -u chairhub chairhub "
                           "doctor",
                           machine.user.name, file.string())}};
  }
  auto log = LogReader::open({machine.at(file.string()), {}});
  if (!log)
    return {{Severity::problem, "log.unusable", "", log.error().message,
             "docs/database.md says what the log needs; the hub begins a new one when the file is moved away"}};
  return {{Severity::ok, "log.opens", "", fmt::format("{} opens, schema version {}", file.string(), schema_version())}};
}

}  // namespace chairhub
