// The running service: the one place where kits, detection, log and broker
// meet. One loop owns all state; scanning, the log and Paho have threads of
// their own and hand over through mailboxes.

#pragma once

#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "hub/config/config.h"
#include "hub/core/calibration.h"
#include "hub/core/kit.h"
#include "hub/core/profiles.h"
#include "hub/core/result.h"
#include "hub/web/action_json.h"

namespace chairhub {

struct HubOptions {
  Config config;
  std::vector<std::unique_ptr<Kit>> kits;                // one for each chair, in their order
  std::vector<std::optional<Calibration>> calibrations;  // from files, likewise; the log may hold newer ones
  std::vector<std::vector<ProfileStart>> profiles;       // of each chair, likewise
  std::string version;
  // Looks at machine, broker and kits while the hub runs, on a thread of its own; empty: nobody can.
  std::function<std::vector<DoctorFinding>()> doctor = {};
  std::ostream* story = nullptr;  // told in plain words what happens; null: nobody watches
};

class Hub {
 public:
  // Opens the log and prepares the connections. Fails with a
  // sentence when one of them cannot be used; nothing runs yet.
  static Result<std::unique_ptr<Hub>> make(HubOptions options);
  ~Hub();

  // Runs until SIGINT or SIGTERM, or until every kit has come to its end.
  Result<void> run();

 private:
  struct Impl;
  explicit Hub(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace chairhub
