// How often a password may be tried: five times, then once each 30 seconds from
// one address; from all addresses together twenty times, then once each 5
// seconds, for each try costs the machine. Pure.

#pragma once

#include <map>
#include <optional>
#include <string>

#include "hub/core/time.h"

namespace chairhub {

// Engineering defaults.
inline constexpr int tries_of_an_address = 5;
inline constexpr Millis try_of_an_address_every{30'000};
inline constexpr int tries_of_all = 20;
inline constexpr Millis try_of_all_every{5'000};

class LoginLimit {
 public:
  // Counts a try; unset when it may be made, else how long to wait.
  std::optional<Millis> wait(const std::string& address, SteadyTime now);
  // Somebody who knew the password starts afresh.
  void forgive(const std::string& address);

 private:
  // When the tries made so far are made up for.
  struct Tries {
    SteadyTime even{};
    std::optional<Millis> wait(SteadyTime now, int at_once, Millis every) const;
    void count(SteadyTime now, Millis every);
  };

  std::map<std::string, Tries> by_network_;
  Tries all_;
};

}  // namespace chairhub
